/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import io.ballast.schema.ReferencePrice;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.catalogue.TopicsReady;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a user of a stack does with it. */
final class Clients {
    static final String TOPIC = Topic.REFERENCE_PRICES.fullName("ballast.");

    /** Before the broker's default retention by far. */
    static final Instant YEARS_AGO = Instant.parse("2021-05-05T12:00:00.123Z");

    private Clients() {}

    static TopicsReady createTopics(LocalStack stack) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) stack.bootstrapServers()))) {
            return new TopicCreation(admin, TopicPlan.keepingEverything("ballast.", 2)).ensureAll();
        }
    }

    static SchemaRegistryClient registry(LocalStack stack) {
        return RegistryClients.create(Map.of(RegistryClients.URL, stack.registryUrl()));
    }

    static ReferencePrice price(int number) {
        return ReferencePrice.newBuilder()
                .setInstrumentId("coinbase:ETH-USD")
                .setPrice(3000.0 + number)
                .setEventTime(YEARS_AGO.plusSeconds(number))
                .build();
    }

    static void produce(LocalStack stack, SchemaRegistryClient registry, int count)
            throws ExecutionException, InterruptedException {
        Map<String, Object> config = Map.of("bootstrap.servers", stack.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, ReferencePrice> producer =
                new KafkaProducer<>(config, new StringSerializer(), new AvroSerializer<>(registry, true))) {
            for (int number = 0; number < count; number++) {
                ReferencePrice price = price(number);
                producer.send(new ProducerRecord<>(
                                TOPIC, 0, price.getEventTime().toEpochMilli(), price.getInstrumentId(), price))
                        .get();
            }
        }
    }

    static List<ReferencePrice> consume(LocalStack stack, SchemaRegistryClient registry, int count) {
        return consume(stack, new AvroDeserializer<>(ReferencePrice.class, registry), count);
    }

    /** Values as they are on the broker, in hexadecimal. */
    static List<String> consumeHex(LocalStack stack, int count) {
        return consume(stack, (topic, value) -> HexFormat.of().formatHex(value), count);
    }

    private static <T> List<T> consume(LocalStack stack, Deserializer<T> values, int count) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "auto.offset.reset", "earliest");
        List<T> read = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (KafkaConsumer<String, T> consumer = new KafkaConsumer<>(config, new StringDeserializer(), values)) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            while (read.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
            }
        }
        return read;
    }
}
