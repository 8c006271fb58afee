/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.errors;

import io.ballast.risk.book.LogPosition;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.DeadLetterStage;
import io.ballast.streams.record.Coordinates;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Makes the records that say what was refused, where it came from and why. */
public final class DeadLetters {

    private DeadLetters() {}

    /**
     * Of a record that was read but breaks a rule.
     *
     * @param key  the record's key; null: it had none
     * @param value  its bytes; null: a tombstone
     * @param poolId  null where it is not known
     * @param at  null where it is not known
     */
    public static DeadLetter ofBook(
            Coordinates from, byte[] key, byte[] value, String reason, String poolId, LogPosition at) {
        return DeadLetter.newBuilder()
                .setStage(DeadLetterStage.BOOK)
                .setReason(reason)
                .setSourceTopic(from.topicName())
                .setSourcePartition(from.partition())
                .setSourceOffset(from.offset())
                .setPoolId(poolId)
                .setBlockNumber(at == null ? null : Long.valueOf(at.blockNumber()))
                .setLogIndex(at == null ? null : Integer.valueOf(at.logIndex()))
                .setSourceKey(wrapped(key))
                .setSourceValue(wrapped(value))
                .build();
    }

    /** Of a record that Kafka Streams was busy with when something went wrong. */
    static DeadLetter of(
            DeadLetterStage stage, ErrorHandlerContext context, byte[] key, byte[] value, String reason, Exception e) {
        return DeadLetter.newBuilder()
                .setStage(stage)
                .setReason(reason)
                .setErrorClass(e.getClass().getName())
                .setSourceTopic(context.topic())
                .setSourcePartition(context.partition())
                .setSourceOffset(context.offset())
                .setSourceKey(wrapped(key))
                .setSourceValue(wrapped(value))
                .build();
    }

    private static ByteBuffer wrapped(byte[] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
