/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

import io.ballast.risk.market.MarketFigures;
import io.ballast.schema.MarketTick;
import io.ballast.streams.naming.Names;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.state.CommitHook;
import io.ballast.streams.state.MarketStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands ticks to the markets of a task and publishes what comes of it. All that it has is made anew from the store at init. */
final class MarketProcessor implements Processor<String, SourceRecord<MarketTick>, String, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(MarketProcessor.class);

    private final MarketSettings settings;
    private ProcessorContext<String, Object> context;
    private Markets markets;

    MarketProcessor(MarketSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        markets = new Markets(settings, MarketStore.of(context.getStateStore(Names.MARKETS_STORE)));
        CommitHook commits = context.getStateStore(Names.MARKETS_COMMIT_HOOK);
        commits.beforeCommit(markets::write);
    }

    @Override
    public void process(Record<String, SourceRecord<MarketTick>> record) {
        try {
            markets.take(record.key(), record.value().value()).ifPresent(figures -> publish(record.key(), figures));
        } catch (IllegalArgumentException notOurs) {
            // What makes no sense became a dead letter where it was read first; somebody else wrote this.
            LOG.warn("Market tick of {} left out: {}", record.key(), notOurs.getMessage());
        }
    }

    private void publish(String pair, MarketFigures figures) {
        long timeMs = Math.max(0, figures.price().timeMs());
        Record<String, Object> price = new Record<>(pair, MarketRecords.marketPrice(pair, figures), timeMs);
        context.forward(price, Names.PUBLISH_MARKET_PRICES);
        if (new MarketInstrument(pair, null).isInUsd()) {
            Record<String, Object> merged =
                    price.withKey(MarketNames.MERGED + pair).withValue(MarketRecords.referencePrice(pair, figures));
            context.forward(merged, Names.PUBLISH_MERGED_PRICES);
            context.forward(merged, Names.PUBLISH_MERGED_DESK_PRICES);
        }
    }
}
