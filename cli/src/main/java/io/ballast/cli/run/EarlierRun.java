/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.records.PartitionReader;
import io.ballast.schema.ProducerProgress;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.streams.config.BallastConfig;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Looks up what a producer of some name has read before. */
final class EarlierRun {
    private EarlierRun() {}

    /** The source that its last progress names; empty if it has never committed anything. */
    static Optional<String> source(BallastConfig config, String producerId, InstantSource clock) {
        try (Cluster cluster = Cluster.connect(config)) {
            SchemaRegistryClient registry = cluster.registry();
            try (PartitionReader reader = PartitionReader.open(cluster.consumer(), clock)) {
                return source(reader, config.topic(Topic.PRODUCER_PROGRESS), producerId, registry);
            } finally {
                Cluster.close(registry);
            }
        }
    }

    private static Optional<String> source(
            PartitionReader reader, String topic, String producerId, SchemaRegistryClient registry) {
        AvroDeserializer<ProducerProgress> deserializer = new AvroDeserializer<>(ProducerProgress.class, registry);
        byte[] key = producerId.getBytes(StandardCharsets.UTF_8);
        for (TopicPartition partition : reader.partitions(topic)) {
            Optional<String> found = reader.lastWithKey(partition, key)
                    .map(record ->
                            deserializer.deserialize(topic, record.value()).getSource());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
