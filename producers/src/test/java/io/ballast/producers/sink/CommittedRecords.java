/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.localstack.LocalStack;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a read-committed reader finds on a topic of a local stack. */
public final class CommittedRecords {

    public static final String PREFIX = "ballast.";
    private static final int PARTITIONS = 3;

    private CommittedRecords() {}

    /** Topics for all to follow. */
    public static void createTopics(LocalStack stack) {
        try (Admin admin = Admin.create(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers()))) {
            new TopicCreation(admin, TopicPlan.keepingEverything(PREFIX, PARTITIONS)).ensureAll();
        }
    }

    public static Map<String, String> config(LocalStack stack) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.bootstrapServers(),
                RegistryClients.URL,
                stack.registryUrl());
    }

    /** All of them, those of a key in the order in which they were written. */
    public static List<OutgoingRecord> of(Topic topic, LocalStack stack) throws IOException {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<OutgoingRecord> found = new ArrayList<>();
        try (SchemaRegistryClient registry = RegistryClients.create(config(stack));
                KafkaConsumer<String, SpecificRecord> consumer =
                        new KafkaConsumer<>(config, new StringDeserializer(), (name, value) -> new AvroDeserializer<>(
                                        topic.valueType(), registry)
                                .deserialize(name, value))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.fullName(PREFIX)).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, SpecificRecord> read : consumer.poll(Duration.ofMillis(200))) {
                    found.add(new OutgoingRecord(topic, read.key(), read.value(), read.timestamp()));
                }
            }
        }
        return found;
    }
}
