/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import com.sun.net.httpserver.HttpServer;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertPhase;
import io.ballast.schema.AlertSeverity;
import io.ballast.schema.AlertSubjectKind;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody whom the desk tells of alerts, and alerts to be told of. */
final class ToldReceiver implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger told = new AtomicInteger();

    private ToldReceiver(HttpServer server) {
        this.server = server;
    }

    static ToldReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ToldReceiver receiver = new ToldReceiver(server);
        server.createContext("/", exchange -> {
            receiver.told.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return receiver;
    }

    /** Writes the file that names it. */
    Path receiversFile(Path folder) throws IOException {
        return Files.write(
                folder.resolve("receivers.yaml"),
                List.of(
                        "receivers:",
                        "  - name: hook",
                        "    kind: webhook",
                        "    url: http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    /** A new receiver begins with the next alert: so one more is published each time. */
    boolean isToldOfOneMore(SecuredStack stack, String alerts)
            throws IOException, ExecutionException, InterruptedException {
        SchemaRegistryClient registry = RegistryClients.create(Map.of("schema.registry.url", stack.registryUrl()));
        try (Producer<String, Alert> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.openBootstrapServers()),
                new StringSerializer(),
                new AvroSerializer<>(registry, false))) {
            Alert alert = alert("alert-" + Instant.now().toEpochMilli());
            producer.send(new ProducerRecord<>(alerts, alert.getFingerprint(), alert))
                    .get();
        } finally {
            registry.close();
        }
        return told.get() > 0;
    }

    private static Alert alert(String fingerprint) {
        return Alert.newBuilder()
                .setFingerprint(fingerprint)
                .setRuleId("deep-loss")
                .setSubjectKind(AlertSubjectKind.POOL)
                .setSubjectId("uniswap-v3:1:0x1")
                .setState(AlertPhase.FIRING)
                .setCause(AlertCause.HELD)
                .setSeverity(AlertSeverity.CRITICAL)
                .setMetric("il_pct")
                .setUnit("fraction")
                .setComparison("below")
                .setThreshold(-0.05)
                .setResolveThreshold(-0.04)
                .setFired(Instant.now())
                .setEventTime(Instant.now())
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
