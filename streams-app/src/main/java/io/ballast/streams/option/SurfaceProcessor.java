/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.QuotedOption;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.output.Output;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.ListedQuote;
import io.ballast.streams.record.MalformedRecordException;
import io.ballast.streams.record.QuotedOptionAdapter;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.record.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands quotes to a task's book of options and its surfaces to the sinks; quotes that make no sense are dead letters. */
final class SurfaceProcessor implements Processor<String, SourceRecord<QuotedOption>, Object, Object>, SurfaceOutlet {

    private static final Duration QUIET_AFTER = Duration.ofSeconds(1);

    private final OptionSettings settings;
    private final String topicPrefix;
    private final Deserializer<QuotedOption> values;
    private final BookCounters counters;
    private ProcessorContext<Object, Object> context;
    private Output output;
    private OptionBook book;
    private Cancellable schedule;

    SurfaceProcessor(
            OptionSettings settings, String topicPrefix, Deserializer<QuotedOption> values, BookCounters counters) {
        this.settings = settings;
        this.topicPrefix = topicPrefix;
        this.values = values;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        output = new Output(context);
        KeptQuotes kept = new KeptQuotes(context.getStateStore(Names.OPTION_QUOTES_STORE));
        book = new OptionBook(settings, kept, this);
        kept.each(raw -> {
            QuotedOption quote = values.deserialize(topicPrefix, raw);
            book.restore(QuotedOptionAdapter.quote(quote.getUnderlying(), quote));
        });
        if (schedule != null) {
            schedule.cancel();
        }
        schedule = context.schedule(QUIET_AFTER, PunctuationType.WALL_CLOCK_TIME, nowMs -> publishQuiet());
    }

    @Override
    public void process(Record<String, SourceRecord<QuotedOption>> record) {
        try {
            if (record.value() == null) {
                throw new MalformedRecordException("an option-quotes record without a value");
            }
            ListedQuote quote =
                    QuotedOptionAdapter.quote(record.key(), record.value().value());
            requireNotInFuture(quote.time());
            book.take(quote, record.value().raw());
        } catch (IllegalArgumentException malformed) {
            refuse(record, malformed.getMessage());
        }
        count();
    }

    private void publishQuiet() {
        book.publishQuiet();
        count();
    }

    private void count() {
        counters.setWaiting(context.taskId(), Names.FIT_OPTION_SURFACES, book.waiting());
    }

    @Override
    public void close() {
        counters.forgetWaiting(context.taskId(), Names.FIT_OPTION_SURFACES);
    }

    private void requireNotInFuture(Instant time) {
        long aheadMs = time.toEpochMilli() - context.currentSystemTimeMs();
        if (aheadMs > settings.futureSkew().toMillis()) {
            throw new MalformedRecordException(
                    "event_time " + time + " is " + aheadMs + " ms ahead of the clock, more than the "
                            + settings.futureSkew().toMillis() + " ms allowed");
        }
    }

    private void refuse(Record<String, SourceRecord<QuotedOption>> record, String reason) {
        Coordinates from = Coordinates.of(context.recordMetadata().orElseThrow(), topicPrefix);
        byte[] raw = record.value() == null ? null : record.value().raw();
        counters.deadLetter();
        StoredRecord refused = new StoredRecord(from, record.timestamp(), raw);
        output.deadLetter(refused, record.key(), reason, Names.PUBLISH_OPTION_DEAD_LETTERS);
    }

    @Override
    public void publish(String key, OptionSurface surface, OptionChain chain) {
        output.forward(key, surface, surface.getEventTime(), Names.PUBLISH_OPTION_SURFACES);
        output.forward(key, chain, surface.getEventTime(), Names.PUBLISH_OPTION_CHAINS);
    }

    @Override
    public void gone(String key, Instant now) {
        output.forward(key, null, now, Names.PUBLISH_OPTION_SURFACES);
        output.forward(key, null, now, Names.PUBLISH_OPTION_CHAINS);
    }
}
