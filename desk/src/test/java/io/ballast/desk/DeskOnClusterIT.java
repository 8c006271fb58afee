/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A desk on a real broker and registry. */
@Tag("fault")
class DeskOnClusterIT {
    private static final String PREFIX = "ballast.";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LocalStack stack;
    private static SchemaRegistryClient registry;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.defaults());
        try (Admin admin = Admin.create(kafka())) {
            new TopicCreation(admin, TopicPlan.keepingEverything(PREFIX, 2)).ensureAll();
        }
        registry = RegistryClients.create(Map.of(RegistryClients.URL, stack.registryUrl()));
    }

    @AfterAll
    static void stop() throws IOException {
        registry.close();
        stack.close();
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", stack.bootstrapServers());
    }

    private static Desk desk() {
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

    @Test
    void showsTheSameFiguresAfterARestart_andNothingThatWasNotCommitted() {
        Map<String, Object> transactional =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", "test", "acks", "all");
        try (KafkaProducer<String, SpecificRecord> producer =
                new KafkaProducer<>(transactional, new StringSerializer(), new AvroSerializer<>(registry, true))) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, Topic.POOLS, Samples.WETH_USDC, Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
            for (int number = 1; number <= 20; number++) {
                sendPosition(producer, number, number * 100);
            }
            producer.commitTransaction();
            producer.beginTransaction();
            sendPosition(producer, 999, 1);
            producer.flush();
            producer.abortTransaction();
        }
        String before;
        try (Desk desk = desk()) {
            before = awaitBook(desk);
        }
        try (Desk desk = desk()) {
            assertThat(awaitBook(desk))
                    .isEqualTo(before)
                    .doesNotContain("nft:999")
                    .contains("WETH/USDC");
        }
    }

    private static void sendPosition(KafkaProducer<String, SpecificRecord> producer, int number, double value) {
        send(
                producer,
                Topic.POSITION_RISK,
                Samples.WETH_USDC + "/nft:" + number,
                Samples.position(Samples.WETH_USDC, number, value));
    }

    private static void send(
            KafkaProducer<String, SpecificRecord> producer, Topic topic, String key, SpecificRecord value) {
        producer.send(new ProducerRecord<>(topic.fullName(PREFIX), key, Samples.withDefaults(value)));
    }

    private static String awaitBook(Desk desk) {
        Eventually.holds(() -> get(desk, "api/v1/health").statusCode() == 200);
        return get(desk, "api/v1/positions?format=csv").body();
    }

    @Test
    void writesWhatPeopleDoAboutAlertsToTheirTopic() throws IOException, InterruptedException {
        try (KafkaProducer<String, SpecificRecord> producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new AvroSerializer<>(registry, true))) {
            send(producer, Topic.ALERTS, "f1", Alerts.firing("f1"));
        }
        try (Desk desk = desk()) {
            Eventually.holds(() -> get(desk, "api/v1/alerts").body().contains("f1"));
            HttpRequest request = HttpRequest.newBuilder(URI.create(desk.address() + "api/v1/alert-events/f1"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"ACKNOWLEDGE\"}"))
                    .build();

            assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(202);
        }
        assertThat(alertEvents()).extracting(AlertEvent::getFingerprint).containsExactly("f1");
    }

    private static List<AlertEvent> alertEvents() {
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

    private static HttpResponse<String> get(Desk desk, String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(desk.address() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
