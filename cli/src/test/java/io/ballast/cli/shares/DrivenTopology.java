/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.shares;

import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.config.StreamsSettings;
import io.ballast.streams.errors.DeadLetterWriter;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.state.SharedRocksMemory;
import io.ballast.streams.topology.RiskTopology;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The whole topology on Kafka's test driver; each change of a figure is published. */
final class DrivenTopology implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final BallastConfig config;
    private final SchemaRegistryClient registry;
    private final SharedRocksMemory memory = new SharedRocksMemory(16 << 20, 8 << 20);
    private final AvroSerializer<SpecificRecord> serializer;
    private final TopologyTestDriver driver;
    private final Map<Topic, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();

    /** @param folder  for its state; names its schema registry, too */
    DrivenTopology(Path folder) {
        config = BallastConfig.of(Map.of(
                BallastKeys.STATE_DIR,
                folder.toString(),
                BallastKeys.TASK_IDLE_MS,
                "0",
                PublicationKeys.TOLERANCE_VALUE,
                "0",
                PublicationKeys.TOLERANCE_IL,
                "0",
                PublicationKeys.TOLERANCE_DELTA,
                "0",
                PublicationKeys.TOLERANCE_FEES,
                "0",
                PublicationKeys.HEARTBEAT_MS,
                "0",
                "kafka.bootstrap.servers",
                "unused:1",
                "schema.registry.url",
                "mock://" + folder.getFileName()));
        registry = RegistryClients.create(config.registry());
        serializer = new AvroSerializer<>(registry, true);
        BookCounters counters = new BookCounters();
        DeadLetterWriter letters = new DeadLetterWriter(
                config.topic(Topic.DEAD_LETTERS), RiskTopology.<DeadLetter>values(config, registry), counters);
        Map<String, Object> settings = StreamsSettings.of(config, letters, memory);
        Properties properties = new Properties();
        properties.putAll(settings);
        driver = new TopologyTestDriver(
                new RiskTopology(config, registry, counters, Clock.fixed(NOW, ZoneOffset.UTC))
                        .build(new StreamsConfig(settings)),
                properties,
                NOW);
    }

    /** Takes what a producer writes. */
    void feed(List<OutgoingRecord> records) {
        for (OutgoingRecord record : records) {
            inputs.computeIfAbsent(record.topic(), this::input)
                    .pipeInput(
                            record.key().getBytes(StandardCharsets.UTF_8),
                            serializer.serialize(config.topic(record.topic()), record.value()),
                            record.timestampMs());
        }
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(config.topic(topic), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The last figures of each position since it was asked last. */
    Map<String, PositionRisk> positions() {
        return read(Topic.POSITION_RISK, PositionRisk.class);
    }

    /** What was refused since it was asked last. */
    Map<String, DeadLetter> deadLetters() {
        return read(Topic.DEAD_LETTERS, DeadLetter.class);
    }

    private <T extends SpecificRecord> Map<String, T> read(Topic topic, Class<T> type) {
        return driver.createOutputTopic(
                        config.topic(topic), new StringDeserializer(), new AvroDeserializer<>(type, registry))
                .readKeyValuesToMap();
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
    }
}
