/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.snapshot;

import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.records.PartitionReader;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Looks up which pools there are on a cluster, and how far their records go. One thread. */
final class PoolHeads {
    private static final List<Topic> INPUTS = List.of(Topic.PRICE_TICKS, Topic.POSITION_EVENTS, Topic.POOL_EVENTS);

    private final Cluster cluster;
    private final PartitionReader reader;
    private final SchemaRegistryClient registry;

    PoolHeads(Cluster cluster, PartitionReader reader, SchemaRegistryClient registry) {
        this.cluster = cluster;
        this.reader = reader;
        this.registry = registry;
    }

    /** Ids of all pools that are defined. */
    SortedSet<String> pools() {
        SortedSet<String> pools = new TreeSet<>();
        for (TopicPartition partition : reader.partitions(cluster.config().topic(Topic.POOLS))) {
            reader.readAll(partition, record -> {
                if (record.value() == null) {
                    pools.remove(key(record));
                } else {
                    pools.add(key(record));
                }
                return true;
            });
        }
        return pools;
    }

    /** How far the pool's inputs go; empty if it has none. */
    Optional<PoolHead> head(String poolId) {
        return INPUTS.stream().flatMap(topic -> head(topic, poolId).stream()).reduce(PoolHead::max);
    }

    private Optional<PoolHead> head(Topic topic, String poolId) {
        List<TopicPartition> partitions = reader.partitions(cluster.config().topic(topic));
        byte[] key = poolId.getBytes(StandardCharsets.UTF_8);
        // As producers place a key: the three topics are joined partition by partition, so nobody may place it
        // otherwise.
        int partition = Utils.toPositive(Utils.murmur2(key)) % partitions.size();
        AvroDeserializer<? extends SpecificRecord> deserializer = new AvroDeserializer<>(topic.valueType(), registry);
        return reader.lastWithKey(partitions.get(partition), key)
                .map(record ->
                        PoolHead.of(deserializer.deserialize(record.topic(), record.value()), record.timestamp()));
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
