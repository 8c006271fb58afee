/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads values and keeps their bytes. A tombstone stays null. */
public final class SourceDeserializer<T extends SpecificRecord> implements Deserializer<SourceRecord<T>> {

    private final Deserializer<T> values;

    public SourceDeserializer(Deserializer<T> values) {
        this.values = values;
    }

    @Override
    public SourceRecord<T> deserialize(String topic, byte[] raw) {
        return raw == null ? null : new SourceRecord<>(values.deserialize(topic, raw), raw);
    }
}
