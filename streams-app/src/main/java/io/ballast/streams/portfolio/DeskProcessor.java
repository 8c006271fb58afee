/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.schema.DeskInput;
import io.ballast.schema.OptionChain;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.ReferencePrice;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.DeskStore;
import io.ballast.streams.state.PendingStore;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Hands records to the desks of a task. Everything it has is made anew from the stores in {@link #init}, which runs after they
 * are restored, and again on this very object when a task is revived.
 */
final class DeskProcessor implements Processor<String, SourceRecord<? extends SpecificRecord>, Object, Object> {

    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    private final DeskSettings settings;
    private final DeskCodec codec;
    private final BookCounters counters;
    private ProcessorContext<Object, Object> context;
    private ForwardingDeskOutbox outbox;
    private DeskBooks desks;
    private Cancellable tidying;

    DeskProcessor(DeskSettings settings, DeskCodec codec, BookCounters counters) {
        this.settings = settings;
        this.codec = codec;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        outbox = new ForwardingDeskOutbox(context, counters);
        KeyValueStore<Bytes, byte[]> records = context.getStateStore(Names.DESK_RECORDS_STORE);
        KeyValueStore<Bytes, byte[]> waiting = context.getStateStore(Names.DESK_WAITING_STORE);
        desks = new DeskBooks(
                settings,
                codec,
                new DeskStore(records),
                new PendingStore(waiting, settings.topicPrefix()),
                outbox,
                context::currentSystemTimeMs);
        if (tidying != null) {
            tidying.cancel();
        }
        tidying = context.schedule(TIDY_EVERY, PunctuationType.STREAM_TIME, this::tidy);
        tell();
    }

    @Override
    public void process(Record<String, SourceRecord<? extends SpecificRecord>> record) {
        Coordinates from = Coordinates.of(context.recordMetadata().orElseThrow(), settings.topicPrefix());
        SpecificRecord value = record.value() == null ? null : record.value().value();
        StoredRecord stored = value instanceof DeskInput input
                ? stored(input, record.timestamp())
                : new StoredRecord(
                        from,
                        record.timestamp(),
                        record.value() == null ? null : record.value().raw());
        try {
            take(record.key(), value, stored);
        } catch (IllegalArgumentException senseless) {
            if (isMine(from, stored)) {
                outbox.deadLetter(stored, record.key(), senseless.getMessage());
            }
        }
        tell();
    }

    /** What goes to every partition is refused in each of them alike, and reported once. */
    private static boolean isMine(Coordinates from, StoredRecord record) {
        boolean isEverywhere = record.from().topic() == Topic.HEDGE_INSTRUMENTS
                || record.from().topic() == Topic.DESK_PRICES
                || record.from().topic() == Topic.OPTION_CHAINS;
        return !isEverywhere || from.partition() == 0;
    }

    private void take(String key, SpecificRecord value, StoredRecord record) {
        if (key == null) {
            throw new IllegalArgumentException("a " + record.from().topic().shortName() + " record without a key");
        }
        switch (record.from().topic()) {
            case PORTFOLIO_PARTS -> takePart(key, (PortfolioPart) value, record);
            case DESK_PRICES -> desks.price((ReferencePrice) value, record.value());
            case OPTION_CHAINS -> desks.chain(key, (OptionChain) value);
            case HEDGE_INSTRUMENTS -> desks.instrument(key, record.value());
            case POLICIES -> desks.policy(key, record.value());
            case CLAIMS -> desks.claim(key, record.value());
            case HEDGE_EVENTS -> takeEvent(key, record);
            default -> throw new IllegalStateException("no desk reads " + record.from());
        }
    }

    private void takePart(String key, PortfolioPart part, StoredRecord record) {
        if (part == null) {
            desks.partGone(key);
        } else {
            desks.part(key, part, record.value());
        }
    }

    private void takeEvent(String key, StoredRecord record) {
        if (record.value() == null) {
            throw new IllegalArgumentException("a hedge-events record without a value");
        }
        desks.event(key, record);
    }

    private void tidy(long streamTimeMs) {
        desks.tidy(streamTimeMs);
        tell();
    }

    private void tell() {
        counters.set(context.taskId(), new BookCounters.TaskFigures(0, 0, 0, desks.waiting(), 0));
    }

    /** As it lay on its own topic. */
    private StoredRecord stored(DeskInput input, long timestampMs) {
        Topic topic = Topic.named(input.getSourceTopic(), settings.topicPrefix())
                .orElseThrow(() -> new IllegalStateException("from a topic that is not ours: " + input));
        return new StoredRecord(
                new Coordinates(topic, input.getSourceTopic(), input.getSourcePartition(), input.getSourceOffset()),
                timestampMs,
                bytes(input.getValue()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        counters.forget(context.taskId());
    }
}
