/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import static org.awaitility.Awaitility.await;

import io.ballast.localstack.LocalStack;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Our topics on a local stack, written and read by plain clients. */
public final class LiveTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final StackAddress stack;
    private final String prefix;
    private final int partitions;
    private final SchemaRegistryClient registry;
    private final AvroSerializer<SpecificRecord> serializer;
    private final KafkaProducer<byte[], byte[]> producer;

    private LiveTopics(StackAddress stack, String prefix, int partitions) {
        this.stack = stack;
        this.prefix = prefix;
        this.partitions = partitions;
        registry = RegistryClients.create(Map.of("schema.registry.url", stack.registryUrl()));
        serializer = new AvroSerializer<>(registry, true);
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "linger.ms",
                        "5",
                        // A new partition that refuses a batch may take the next: then the first never comes in.
                        "max.in.flight.requests.per.connection",
                        "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public static LiveTopics create(LocalStack stack, String prefix, int partitions) {
        return create(StackAddress.of(stack), prefix, partitions);
    }

    public static LiveTopics create(StackAddress stack, String prefix, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            new TopicCreation(admin, TopicPlan.keepingEverything(prefix, partitions)).ensureAll();
        }
        return new LiveTopics(stack, prefix, partitions);
    }

    /** Settings of an application that works on these topics. */
    public Map<String, String> settings(Path stateDirectory) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", stack.bootstrapServers());
        settings.put("schema.registry.url", stack.registryUrl());
        settings.put(BallastKeys.TOPIC_PREFIX, prefix);
        settings.put(BallastKeys.APPLICATION_ID, prefix + "risk");
        settings.put(BallastKeys.STATE_DIR, stateDirectory.toString());
        EveryChange.in(settings);
        return settings;
    }

    public BallastConfig config(Path stateDirectory) {
        return BallastConfig.of(settings(stateDirectory));
    }

    public void send(List<TestRecord> records) {
        records.forEach(this::send);
        flush();
    }

    public void send(TestRecord record) {
        producer.send(message(record));
    }

    /** Waits until what was sent is on the topics. */
    public void flush() {
        producer.flush();
    }

    private ProducerRecord<byte[], byte[]> message(TestRecord record) {
        byte[] value = serializer.serialize(name(record.topic()), record.value());
        byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(name(record.topic()), null, record.timestampMs(), key, value);
    }

    /** All in one transaction, visible at once. */
    public void sendInOneTransaction(List<TestRecord> records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "transactional.id",
                prefix + "test",
                "compression.type",
                "lz4");
        try (KafkaProducer<byte[], byte[]> transactional =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            records.forEach(record -> transactional.send(message(record)));
            transactional.commitTransaction();
        }
    }

    public void sendRaw(Topic topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(name(topic), key.getBytes(StandardCharsets.UTF_8), value));
        producer.flush();
    }

    /** Waits until something is committed on a topic. */
    public <T extends SpecificRecord> void awaitSome(Topic topic, Class<T> type, Duration atMost) {
        await().atMost(atMost).until(() -> !read(topic, type).isEmpty());
    }

    /** Everything committed on a topic. */
    public <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(Topic topic, Class<T> type) {
        List<ConsumerRecord<String, T>> records = new ArrayList<>();
        read(topic, type, records::add);
        return records;
    }

    private <T extends SpecificRecord> void read(
            Topic topic, Class<T> type, Consumer<ConsumerRecord<String, T>> reader) {
        AvroDeserializer<T> values = new AvroDeserializer<>(type, registry);
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(name(topic), partition));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(raw -> reader.accept(decoded(raw, values)));
            }
        }
    }

    /** What is left after compaction. */
    public <T extends SpecificRecord> Map<String, T> latest(Topic topic, Class<T> type) {
        Map<String, T> latest = new TreeMap<>();
        read(topic, type, record -> {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), record.value());
            }
        });
        return latest;
    }

    private static <T extends SpecificRecord> ConsumerRecord<String, T> decoded(
            ConsumerRecord<byte[], byte[]> raw, AvroDeserializer<T> values) {
        String key = raw.key() == null ? null : new String(raw.key(), StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                raw.topic(), raw.partition(), raw.offset(), key, values.deserialize(raw.topic(), raw.value()));
    }

    private String name(Topic topic) {
        return topic.fullName(prefix);
    }

    @Override
    public void close() throws IOException {
        producer.close(Duration.ofSeconds(5));
        registry.close();
    }
}
