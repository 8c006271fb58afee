/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.RecordReader;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.Stores;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hands records to the books of a task's pools. Everything it has is made anew from the stores in {@link #init}, which runs
 * after they are restored, and again on this very object when a task is revived.
 */
final class PoolBooksProcessor implements Processor<String, SourceRecord<? extends SpecificRecord>, Object, Object> {

    private static final Duration TIDY_EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY_EVENT_TIME = Duration.ofMinutes(1);

    private final BookSettings settings;
    private final RecordReader reader;
    private final BookCounters counters;
    private final BusyThreads busyThreads;
    private BusyThreads.Busy busy;
    private ProcessorContext<Object, Object> context;
    private ForwardingOutbox outbox;
    private PoolBooks books;
    private List<Cancellable> schedules = List.of();

    PoolBooksProcessor(BookSettings settings, RecordReader reader, BookCounters counters, BusyThreads busyThreads) {
        this.settings = settings;
        this.reader = reader;
        this.counters = counters;
        this.busyThreads = busyThreads;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        outbox = new ForwardingOutbox(context, counters);
        Stores stores = Stores.of(context::getStateStore, reader, settings.topicPrefix(), settings.rowsInMemory());
        busy = busyThreads.ofThisThread();
        books = new PoolBooks(settings, reader, stores, outbox, counters, context::currentSystemTimeMs, busy::millis);
        stores.commits().beforeCommit(books::write);
        counters.set(context.taskId(), books.figures());
        schedule();
    }

    /** Those of a life before would tidy books that are no more. */
    private void schedule() {
        schedules.forEach(Cancellable::cancel);
        schedules = List.of(
                context.schedule(TIDY_EVERY, PunctuationType.WALL_CLOCK_TIME, nowMs -> tidy()),
                context.schedule(PoolBooks.RELEASE_EVERY, PunctuationType.WALL_CLOCK_TIME, nowMs -> releaseOverdue()),
                context.schedule(PoolBooks.PUBLISH_EVERY, PunctuationType.WALL_CLOCK_TIME, nowMs -> publishDue()),
                context.schedule(TIDY_EVERY_EVENT_TIME, PunctuationType.STREAM_TIME, timeMs -> books.tidy(timeMs)));
    }

    @Override
    public void process(Record<String, SourceRecord<? extends SpecificRecord>> record) {
        busy.begin();
        takeOrRefuse(record);
        busy.end();
    }

    private void takeOrRefuse(Record<String, SourceRecord<? extends SpecificRecord>> record) {
        Coordinates from = Coordinates.of(context.recordMetadata().orElseThrow(), settings.topicPrefix());
        if (record.value() == null) {
            refuse(record, from, "a " + from.topic().shortName() + " record without a value");
            return;
        }
        try {
            take(record, from);
        } catch (IllegalArgumentException unusable) {
            refuse(record, from, unusable.getMessage());
        }
        counters.set(context.taskId(), books.figures());
    }

    private void take(Record<String, SourceRecord<? extends SpecificRecord>> record, Coordinates from) {
        SpecificRecord value = record.value().value();
        byte[] raw = record.value().raw();
        if (value instanceof ReferencePrice price) {
            books.addPrice(price);
        } else if (value instanceof PoolDefinition definition) {
            RecordReader.requireKey(record.key(), definition);
            books.define(record.key(), new StoredRecord(from, record.timestamp(), raw));
        } else {
            StoredRecord stored = new StoredRecord(from, record.timestamp(), raw);
            books.take(record.key(), value, stored, context.currentStreamTimeMs());
        }
    }

    private void refuse(
            Record<String, SourceRecord<? extends SpecificRecord>> record, Coordinates from, String reason) {
        SourceRecord<? extends SpecificRecord> source = record.value();
        outbox.deadLetter(
                from,
                record.key(),
                source == null ? null : source.raw(),
                reason,
                record.key(),
                source == null ? null : RecordReader.placeOrNull(source.value()),
                record.timestamp());
    }

    private void releaseOverdue() {
        books.releaseOverdue(context.currentStreamTimeMs());
        counters.set(context.taskId(), books.figures());
    }

    /** The context's own time stands still while this runs. */
    private void publishDue() {
        books.publishDue(busy.within(PoolBooks.PUBLISH_FOR));
        counters.set(context.taskId(), books.figures());
    }

    private void tidy() {
        books.tidy();
        counters.set(context.taskId(), books.figures());
    }

    @Override
    public void close() {
        counters.forget(context.taskId());
    }
}
