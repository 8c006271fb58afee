/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.desk.config.DeskSettings;
import io.ballast.desk.config.OidcSettings;
import io.ballast.desk.config.TransactionLinks;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertEvent;
import io.ballast.schema.AlertEventKind;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroSerializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/** A desk with topics that a test writes: all but the broker and the topology is real. */
public final class DeskFixture implements AutoCloseable {
    private static final String PREFIX = "ballast.";
    private static final List<Topic> TOPICS = List.of(
            Topic.POOLS,
            Topic.POSITION_RISK,
            Topic.PORTFOLIO_RISK,
            Topic.POOL_RISK,
            Topic.PORTFOLIO_SCENARIOS,
            Topic.HEDGE_RECOMMENDATIONS,
            Topic.STRIP_RECOMMENDATIONS,
            Topic.POSITION_EVENTS,
            Topic.OPTION_SURFACES,
            Topic.HEDGE_INSTRUMENTS,
            Topic.ALERTS,
            Topic.ALERT_DELIVERIES,
            Topic.DEAD_LETTERS);

    private final SchemaRegistryClient registry = Samples.registry("desk-fixture");
    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry, true);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final Map<Topic, Long> written = new EnumMap<>(Topic.class);
    private final List<AlertEvent> alertEvents = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final PlayedReplay replay = new PlayedReplay();
    private final Desk desk;

    public DeskFixture() {
        this(Optional.empty());
    }

    public DeskFixture(Optional<Path> tokens) {
        this(tokens, Optional.empty());
    }

    public DeskFixture(Optional<Path> tokens, Optional<OidcSettings> oidc) {
        for (Topic topic : TOPICS) {
            String name = topic.fullName(PREFIX);
            Node node = new Node(1, "broker", 9092);
            consumer.updatePartitions(
                    name, List.of(new PartitionInfo(name, 0, node, new Node[] {node}, new Node[] {node})));
            consumer.updateBeginningOffsets(Map.of(partition(topic), 0L));
            consumer.updateEndOffsets(Map.of(partition(topic), 0L));
        }
        DeskCluster cluster = new DeskCluster(Map.of(), Map.of(), registry, true, PREFIX);
        desk = Desk.start(
                new DeskSettings(
                        "127.0.0.1",
                        0,
                        false,
                        tokens,
                        oidc,
                        Optional.empty(),
                        100_000,
                        20,
                        new TransactionLinks(Map.of("1", "https://explorer.example/tx/{hash}"))),
                cluster,
                consumer,
                this::acted,
                InstantSource.system(),
                Optional.of(replay));
        Eventually.holds(() -> consumer.assignment().size() == TOPICS.size());
    }

    private static TopicPartition partition(Topic topic) {
        return new TopicPartition(topic.fullName(PREFIX), 0);
    }

    /** Writes a record; the desk reads it soon. */
    public void write(Topic topic, String key, SpecificRecord value) {
        String name = topic.fullName(PREFIX);
        write(topic, key, value == null ? null : serializer.serialize(name, Samples.withDefaults(value)));
    }

    public void write(Topic topic, String key, byte[] value) {
        long offset = written.merge(topic, 1L, Long::sum) - 1;
        consumer.updateEndOffsets(Map.of(partition(topic), offset + 1));
        consumer.addRecord(new ConsumerRecord<>(
                topic.fullName(PREFIX),
                0,
                offset,
                Samples.TIME.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                Optional.empty()));
    }

    public void write(PoolDefinition pool) {
        write(Topic.POOLS, pool.getPoolId(), pool);
    }

    public void write(PositionRisk risk) {
        write(Topic.POSITION_RISK, risk.getPositionId(), risk);
    }

    public void write(Alert alert) {
        write(Topic.ALERTS, alert.getFingerprint(), alert);
    }

    /** Two pools with positions numbered from 1, each worth a hundred times its number. */
    public void writeBook(int positions) {
        write(Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
        write(Samples.pool(Samples.WBTC_WETH, "WBTC", 8, "WETH", 18));
        for (int number = 1; number <= positions; number++) {
            write(Samples.position(number % 2 == 0 ? Samples.WETH_USDC : Samples.WBTC_WETH, number, number * 100));
        }
        awaitTotal(positions);
        Eventually.holds(
                () -> get("/api/v1/positions?limit=1&q=pool:wbtc/weth").body().contains("WBTC/WETH"));
    }

    public void awaitTotal(int positions) {
        Eventually.holds(() -> get("/api/v1/positions?limit=1").body().contains("\"total\":" + positions + ","));
    }

    /** As the topology does: the next record of the alert says who has taken it on. */
    private void acted(AlertEvent event) {
        alertEvents.add(event);
        if (event.getKind() == AlertEventKind.ACKNOWLEDGE) {
            Alert alert = Alerts.firing(event.getFingerprint());
            alert.setCause(AlertCause.ACKNOWLEDGED);
            alert.setAcknowledgedBy(event.getBy());
            alert.setAcknowledged(event.getEventTime());
            write(alert);
        }
    }

    /** What was written to the topic of alert events. */
    public List<AlertEvent> alertEvents() {
        return new ArrayList<>(alertEvents);
    }

    /** The broker does not answer when it is asked the next time. */
    public void silenceBrokerOnce() {
        consumer.setOffsetsException(new org.apache.kafka.common.errors.TimeoutException("no answer"));
    }

    public String address() {
        return desk.address();
    }

    /** A GET with header names and values. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(desk.address().replaceFirst("/$", "") + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** An answer that is no text. */
    public HttpResponse<byte[]> bytes(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(desk.address().replaceFirst("/$", "") + path));
        return send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(desk.address().replaceFirst("/$", "") + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
