/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ballast.desk.Alerts;
import io.ballast.desk.Desk;
import io.ballast.desk.DeskCluster;
import io.ballast.desk.Eventually;
import io.ballast.desk.Samples;
import io.ballast.desk.config.DeskSettings;
import io.ballast.desk.config.TransactionLinks;
import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertPhase;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Receivers over restarts of the desk, on a real broker. Each test has topics of its own. */
class AlertDeliveryIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LocalStack stack;
    private static SchemaRegistryClient registry;

    @TempDir
    Path folder;

    @AutoClose
    private final FakeReceiver first = new FakeReceiver();

    @AutoClose
    private final FakeReceiver second = new FakeReceiver();

    private String prefix;

    @AutoClose
    private KafkaProducer<String, Alert> producer;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.defaults());
        registry = RegistryClients.create(Map.of(RegistryClients.URL, stack.registryUrl()));
    }

    @AfterAll
    static void stop() throws IOException {
        registry.close();
        stack.close();
    }

    @BeforeEach
    void open(TestInfo test) throws IOException {
        prefix = test.getTestMethod().orElseThrow().getName().substring(0, 12) + ".";
        try (Admin admin = Admin.create(kafka())) {
            new TopicCreation(admin, TopicPlan.keepingEverything(prefix, 2)).ensureAll();
        }
        producer = new KafkaProducer<>(kafka(), new StringSerializer(), new AvroSerializer<>(registry, true));
        Files.writeString(
                file(),
                """
                receivers:
                  - {name: first, kind: webhook, url: "%s"}
                  - {name: second, kind: webhook, url: "%s"}
                """
                        .formatted(first.address(), second.address()));
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", stack.bootstrapServers());
    }

    /** Members hear soon that there is another. */
    private static Map<String, Object> consumer() {
        return Map.of("bootstrap.servers", stack.bootstrapServers(), "heartbeat.interval.ms", "200");
    }

    private Path file() {
        return folder.resolve("receivers.yaml");
    }

    private Desk desk() {
        return Desk.start(
                new DeskSettings(
                        "127.0.0.1",
                        0,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(file()),
                        10_000,
                        10,
                        TransactionLinks.none()),
                new DeskCluster(consumer(), kafka(), registry, true, prefix),
                prefix + "risk",
                InstantSource.system());
    }

    private void publish(String fingerprint, AlertPhase state, AlertCause cause) {
        Alert alert = Samples.withDefaults(Alerts.firing(fingerprint));
        alert.setState(state);
        alert.setCause(cause);
        producer.send(new ProducerRecord<>(Topic.ALERTS.fullName(prefix), fingerprint, alert));
        producer.flush();
    }

    private void fire(String fingerprint) {
        publish(fingerprint, AlertPhase.FIRING, AlertCause.HELD);
    }

    private static void awaitGroups(Desk desk) {
        Eventually.holds(() -> receiver(desk, 0).get("behind").asLong(-1) == 0
                && receiver(desk, 1).get("behind").asLong(-1) == 0);
    }

    /** 0: first, 1: second. */
    private static JsonNode receiver(Desk desk, int index) {
        return get(desk, "api/v1/receivers").get("receivers").get(index);
    }

    private static JsonNode get(Desk desk, String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(desk.address() + path)).build();
            return new JsonMapper()
                    .readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<String> alerts(FakeReceiver receiver) {
        return receiver.accepted().stream()
                .map(body -> body.get("status").asText() + " "
                        + body.at("/alerts/0/fingerprint").asText())
                .toList();
    }

    @Test
    void losesAndDoublesNothing_ifTheDeskEndsBetweenReceivingAndSending_whileOthersAreTold() {
        first.answers(503, Map.of());
        try (Desk desk = desk()) {
            awaitGroups(desk);
            fire("f1");
            fire("f2");
            Eventually.holds(() -> alerts(second).size() == 2);
            Eventually.holds(() -> receiver(desk, 0).get("problem").asText().equals("HTTP 503")
                    && receiver(desk, 1).get("accepted").asInt() == 2);
            assertThat(receiver(desk, 0).get("failing_since").isTextual()).isTrue();
        }
        assertThat(alerts(first)).isEmpty();
        // While no desk runs: nobody may lose this one.
        fire("f3");
        first.answers(200, Map.of());
        try (Desk desk = desk()) {
            Eventually.holds(() -> alerts(first).size() == 3 && alerts(second).size() == 3);
            awaitGroups(desk);
        }
        publish("f1", AlertPhase.FIRING, AlertCause.REMINDER);
        publish("f3", AlertPhase.RESOLVED, AlertCause.CLEARED);
        try (Desk desk = desk()) {
            Eventually.holds(() ->
                    alerts(first).contains("resolved f3") && alerts(second).contains("resolved f3"));
            awaitGroups(desk);
        }
        assertThat(alerts(first)).containsExactlyInAnyOrder("firing f1", "firing f2", "firing f3", "resolved f3");
        assertThat(alerts(second)).containsExactlyInAnyOrder("firing f1", "firing f2", "firing f3", "resolved f3");
    }

    @Test
    void waitsForAReceiverThatIsDown_whichDesksShare_andOneGoesOnForAnother() {
        first.answers(503, Map.of());
        try (Desk other = desk()) {
            try (Desk desk = desk()) {
                awaitAllHaveWork(desk, other);
                List.of("f1", "f2", "f3", "f4").forEach(this::fire);
                Eventually.holds(
                        () -> first.told().size() >= 2 && alerts(second).size() == 4);
            }
            first.answers(200, Map.of());
            Eventually.holds(
                    () -> get(other, "api/v1/alert-deliveries").get("total").asInt() == 8);
            assertThat(alerts(first)).hasSize(4);
            assertThat(get(other, "api/v1/alert-deliveries").findValuesAsText("outcome"))
                    .containsOnly("ACCEPTED");
            Eventually.holds(() -> receiver(other, 0).get("failing_since").isNull());
            publish("f1", AlertPhase.FIRING, AlertCause.REMINDER);
            publish("f2", AlertPhase.FIRING, AlertCause.REMINDER);
            fire("f5");
            Eventually.holds(
                    () -> alerts(first).contains("firing f5") && alerts(second).contains("firing f5"));
            awaitGroups(other);
        }
        String[] once = {"firing f1", "firing f2", "firing f3", "firing f4", "firing f5"};
        assertThat(alerts(first)).containsExactlyInAnyOrder(once);
        assertThat(alerts(second)).containsExactlyInAnyOrder(once);
    }

    /** Two partitions, two desks: each has one, of each receiver. */
    private static void awaitAllHaveWork(Desk... desks) {
        for (Desk desk : desks) {
            awaitGroups(desk);
        }
    }
}
