/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.errors;

import io.ballast.schema.DeadLetter;
import io.ballast.streams.metrics.BookCounters;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes dead letters where no processor can: Kafka Streams' exception handlers return them as bytes. It makes the handlers
 * itself and hands them their settings, among which is this object.
 */
public final class DeadLetterWriter {

    /** Key of this object among the settings of Kafka Streams. */
    public static final String SETTING = "ballast.internal.dead.letter.writer";

    private final String topic;
    private final Serializer<DeadLetter> serializer;
    private final BookCounters counters;

    public DeadLetterWriter(String topic, Serializer<DeadLetter> serializer, BookCounters counters) {
        this.topic = topic;
        this.serializer = serializer;
        this.counters = counters;
    }

    static DeadLetterWriter among(Map<String, ?> settings) {
        if (settings.get(SETTING) instanceof DeadLetterWriter writer) {
            return writer;
        }
        throw new IllegalStateException("no " + SETTING + " among the settings");
    }

    List<ProducerRecord<byte[], byte[]>> records(byte[] key, DeadLetter letter, long timestampMs) {
        counters.deadLetter();
        byte[] value = serializer.serialize(topic, letter);
        return List.of(new ProducerRecord<>(topic, null, Math.max(0, timestampMs), key, value));
    }

    boolean isDeadLetter(ProducerRecord<?, ?> record) {
        return record.topic().equals(topic);
    }
}
