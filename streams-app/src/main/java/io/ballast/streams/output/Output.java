/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.output;

import io.ballast.risk.book.LogPosition;
import io.ballast.streams.errors.DeadLetters;
import io.ballast.streams.record.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands a processor's output on to the sinks. Kafka knows no time before 1970: what is older is sent as of then. */
public final class Output {

    private final ProcessorContext<Object, Object> context;

    public Output(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    /** @param value  null: there is nothing under that key any more */
    public void forward(String key, Object value, Instant time, String sink) {
        context.forward(new Record<>(key, value, Math.max(0, time.toEpochMilli())), sink);
    }

    /**
     * @param record  what is refused
     * @param key  its key; null: it had none
     */
    public void deadLetter(StoredRecord record, String key, String reason, String sink) {
        deadLetter(record, key, reason, null, null, sink);
    }

    /**
     * @param record  what is refused
     * @param key  its key; null: it had none
     * @param poolId  null where it is not known
     * @param at  null where it is not known
     */
    public void deadLetter(StoredRecord record, String key, String reason, String poolId, LogPosition at, String sink) {
        byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        context.forward(
                new Record<>(
                        bytes,
                        DeadLetters.ofBook(record.from(), bytes, record.value(), reason, poolId, at),
                        Math.max(0, record.timestampMs())),
                sink);
    }
}
