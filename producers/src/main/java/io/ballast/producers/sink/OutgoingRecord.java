/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schemas.catalogue.Topic;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record on its way to a topic.
 *
 * @param topic  where to; its value type is the type of {@code value}
 * @param key  as the topic's {@link Topic#keyMeaning()} says
 * @param value  the Avro record
 * @param timestampMs  the Kafka timestamp: event time in milliseconds since the epoch, never the wall clock
 */
public record OutgoingRecord(Topic topic, String key, SpecificRecord value, long timestampMs) {

    public OutgoingRecord {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        if (!topic.valueType().isInstance(value)) {
            throw new IllegalArgumentException(
                    "a " + value.getClass().getSimpleName() + " does not belong on " + topic.shortName());
        }
        if (timestampMs < 0) {
            throw new IllegalArgumentException(
                    "timestampMs " + timestampMs + " is negative: Kafka takes none before 1970");
        }
    }
}
