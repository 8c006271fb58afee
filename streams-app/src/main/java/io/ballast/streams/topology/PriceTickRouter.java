/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import io.ballast.schema.PriceTick;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.market.MarketTicks;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.output.Output;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.MalformedRecordException;
import io.ballast.streams.record.MarketTickAdapter;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.record.StoredRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hands prices of pools to their books. What a market says becomes a reference price as it is, for pools and for desks, and goes
 * to where the sources of its pair are merged. Holds no state.
 */
final class PriceTickRouter implements Processor<String, SourceRecord<PriceTick>, Object, Object> {

    private final String topicPrefix;
    private final MarketTicks marketTicks;
    private final long futureSkewMs;
    private final BookCounters counters;
    private ProcessorContext<Object, Object> context;
    private Output output;

    /** @param futureSkewMs  how far event time may be ahead of the clock */
    PriceTickRouter(String topicPrefix, MarketTicks marketTicks, long futureSkewMs, BookCounters counters) {
        this.topicPrefix = topicPrefix;
        this.marketTicks = marketTicks;
        this.futureSkewMs = futureSkewMs;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        output = new Output(context);
    }

    @Override
    public void process(Record<String, SourceRecord<PriceTick>> record) {
        if (record.value() == null
                || !MarketTickAdapter.isOfMarket(record.value().value())) {
            context.forward(record, Names.KEEP_POOL_BOOKS);
            return;
        }
        try {
            publish(record, record.value().value());
        } catch (IllegalArgumentException malformed) {
            refuse(record, malformed);
        }
    }

    private void publish(Record<String, SourceRecord<PriceTick>> record, PriceTick tick) {
        ReferencePrice price = MarketTickAdapter.referencePrice(record.key(), tick);
        requireNotInFuture(tick);
        counters.marketTick();
        context.forward(record.withKey(price.getInstrumentId()).withValue(price), Names.PUBLISH_REFERENCE_PRICES);
        context.forward(record.withKey(price.getInstrumentId()).withValue(price), Names.PUBLISH_DESK_PRICES);
        marketTicks
                .byKey(tick, price.getPrice())
                .forEach((key, marketTick) ->
                        context.forward(record.withKey(key).withValue(marketTick), Names.PUBLISH_MARKET_TICKS));
    }

    /** One that is far ahead would stay the newest for good. */
    private void requireNotInFuture(PriceTick tick) {
        long aheadMs = tick.getEventTime().toEpochMilli() - context.currentSystemTimeMs();
        if (aheadMs > futureSkewMs) {
            throw new MalformedRecordException("event_time " + tick.getEventTime() + " is " + aheadMs
                    + " ms ahead of the clock, more than the " + futureSkewMs + " ms allowed");
        }
    }

    private void refuse(Record<String, SourceRecord<PriceTick>> record, IllegalArgumentException malformed) {
        Coordinates from = Coordinates.of(context.recordMetadata().orElseThrow(), topicPrefix);
        counters.deadLetter();
        StoredRecord refused =
                new StoredRecord(from, record.timestamp(), record.value().raw());
        output.deadLetter(refused, record.key(), malformed.getMessage(), Names.PUBLISH_DEAD_LETTERS);
    }
}
