/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.desk.config.DeskSettings;
import io.ballast.desk.config.TransactionLinks;
import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schema.AlertEvent;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker and registry, and as many desks on it as a test wants. */
final class DesksOnCluster implements AutoCloseable {
    private static final String PREFIX = "ballast.";
    private static final int PARTITIONS = 2;

    private final LocalStack stack = LocalStack.start(LocalStackOptions.defaults());
    private final HttpClient http = HttpClient.newHttpClient();
    private final SchemaRegistryClient registry;

    DesksOnCluster() {
        try (Admin admin = Admin.create(kafka())) {
            new TopicCreation(admin, TopicPlan.keepingEverything(PREFIX, PARTITIONS)).ensureAll();
        }
        registry = RegistryClients.create(Map.of(RegistryClients.URL, stack.registryUrl()));
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", stack.bootstrapServers());
    }

    /** The caller closes it. */
    Desk desk() {
        return Desk.start(
                new DeskSettings(
                        "127.0.0.1",
                        0,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        10_000,
                        10,
                        TransactionLinks.none()),
                new DeskCluster(kafka(), kafka(), registry, true, PREFIX),
                "ballast-risk",
                InstantSource.system());
    }

    /** @param more  settings beside the usual ones */
    KafkaProducer<String, SpecificRecord> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(kafka());
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new AvroSerializer<>(registry, true));
    }

    static void send(KafkaProducer<String, SpecificRecord> producer, Topic topic, String key, SpecificRecord value) {
        producer.send(new ProducerRecord<>(topic.fullName(PREFIX), key, Samples.withDefaults(value)));
    }

    /** A pool with so many positions. */
    static void sendBook(KafkaProducer<String, SpecificRecord> producer, int positions) {
        send(producer, Topic.POOLS, Samples.WETH_USDC, Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
        for (int number = 1; number <= positions; number++) {
            sendPosition(producer, number, number * 100);
        }
    }

    static void sendPosition(KafkaProducer<String, SpecificRecord> producer, int number, double value) {
        send(
                producer,
                Topic.POSITION_RISK,
                Samples.WETH_USDC + "/nft:" + number,
                Samples.position(Samples.WETH_USDC, number, value));
    }

    /** What people did about alerts, as soon as there is any. */
    List<AlertEvent> awaitAlertEvents() {
        String topic = Topic.ALERT_EVENTS.fullName(PREFIX);
        List<AlertEvent> events = new ArrayList<>();
        try (KafkaConsumer<String, AlertEvent> consumer = new KafkaConsumer<>(
                kafka(), new StringDeserializer(), new AvroDeserializer<>(AlertEvent.class, registry))) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Eventually.holds(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(record.value()));
                return !events.isEmpty();
            });
        }
        return events;
    }

    void awaitRead(Desk desk) {
        Eventually.holds(() -> get(desk, "api/v1/health").statusCode() == 200);
    }

    HttpResponse<String> get(Desk desk, String path) {
        return ask(HttpRequest.newBuilder(URI.create(desk.address() + path)));
    }

    HttpResponse<String> post(Desk desk, String path, String json) {
        return ask(HttpRequest.newBuilder(URI.create(desk.address() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        registry.close();
        stack.close();
    }
}
