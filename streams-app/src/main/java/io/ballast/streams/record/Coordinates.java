/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.schemas.catalogue.Topic;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where a record lies.
 *
 * @param topic  which topic of the catalogue
 * @param topicName  its name on the broker
 */
public record Coordinates(Topic topic, String topicName, int partition, long offset) {

    /** Of the record that is being processed. */
    public static Coordinates of(RecordMetadata metadata, String topicPrefix) {
        return new Coordinates(
                Topic.named(metadata.topic(), topicPrefix)
                        .orElseThrow(
                                () -> new IllegalStateException("read from a topic that is not ours: " + metadata)),
                metadata.topic(),
                metadata.partition(),
                metadata.offset());
    }

    @Override
    public String toString() {
        return topicName + "-" + partition + "@" + offset;
    }
}
