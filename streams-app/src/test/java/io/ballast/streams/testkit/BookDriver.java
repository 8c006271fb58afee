/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.Alert;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.MarketPrice;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.StreamsSettings;
import io.ballast.streams.errors.DeadLetterWriter;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.state.SharedRocksMemory;
import io.ballast.streams.topology.RiskTopology;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on Kafka's test driver, fed record by record. */
public final class BookDriver implements AutoCloseable {

    /** Wall-clock time at the start: after everything that test chains hold. */
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration STEP = Duration.ofMillis(100);

    private final String registryScope = "mock://" + UUID.randomUUID();
    private final BallastConfig config;
    private final SchemaRegistryClient registry;
    private final BookCounters counters = new BookCounters();
    private final SharedRocksMemory memory = new SharedRocksMemory(16 << 20, 8 << 20);
    private final Reinitialiser processors = new Reinitialiser();
    private final AvroSerializer<SpecificRecord> serializer;
    private final TopologyTestDriver driver;
    private final Map<Topic, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Map<Topic, TestOutputTopic<String, ?>> outputs = new HashMap<>();
    private final TestOutputTopic<String, PositionRisk> riskTopic;
    private final TestOutputTopic<String, PoolRisk> poolRiskTopic;
    private final TestOutputTopic<String, PortfolioPart> partTopic;
    private final TestOutputTopic<String, PortfolioCurve> curveTopic;
    private final TestOutputTopic<String, PortfolioRisk> portfolioTopic;
    private final TestOutputTopic<String, HedgeRecommendation> adviceTopic;
    private final TestOutputTopic<byte[], DeadLetter> deadLetterTopic;
    private final Map<String, PortfolioRisk> portfolios = new TreeMap<>();
    private final Map<String, HedgeRecommendation> advice = new TreeMap<>();
    private final TestOutputTopic<String, MarketPrice> marketPriceTopic;
    private final TestOutputTopic<String, Alert> alertTopic;
    private final List<Alert> alerts = new ArrayList<>();
    private final List<TestRecord<String, PositionRisk>> published = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    private BookDriver(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent(
                BallastKeys.STATE_DIR,
                folder.resolve(UUID.randomUUID().toString()).toString());
        all.put("kafka.bootstrap.servers", "unused:1");
        all.put(BallastKeys.TASK_IDLE_MS, "0");
        EveryChange.in(all);
        all.put("schema.registry.url", registryScope);
        config = BallastConfig.of(all);
        registry = RegistryClients.create(config.registry());
        serializer = new AvroSerializer<>(registry, true);
        Map<String, Object> streams = StreamsSettings.of(config, deadLetterWriter(), memory);
        streams.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, Reinitialiser.Wrapper.class);
        streams.put(Reinitialiser.SETTING, processors);
        Topology topology = new RiskTopology(config, registry, counters, Clock.fixed(NOW, ZoneOffset.UTC))
                .build(new StreamsConfig(streams));
        Properties properties = new Properties();
        properties.putAll(streams);
        driver = new TopologyTestDriver(topology, properties, NOW);
        riskTopic = driver.createOutputTopic(
                config.topic(Topic.POSITION_RISK),
                new StringDeserializer(),
                new AvroDeserializer<>(PositionRisk.class, registry));
        poolRiskTopic = driver.createOutputTopic(
                config.topic(Topic.POOL_RISK),
                new StringDeserializer(),
                new AvroDeserializer<>(PoolRisk.class, registry));
        partTopic = driver.createOutputTopic(
                config.topic(Topic.PORTFOLIO_PARTS),
                new StringDeserializer(),
                new AvroDeserializer<>(PortfolioPart.class, registry));
        portfolioTopic = driver.createOutputTopic(
                config.topic(Topic.PORTFOLIO_RISK),
                new StringDeserializer(),
                new AvroDeserializer<>(PortfolioRisk.class, registry));
        adviceTopic = driver.createOutputTopic(
                config.topic(Topic.HEDGE_RECOMMENDATIONS),
                new StringDeserializer(),
                new AvroDeserializer<>(HedgeRecommendation.class, registry));
        marketPriceTopic = driver.createOutputTopic(
                config.topic(Topic.MARKET_PRICES),
                new StringDeserializer(),
                new AvroDeserializer<>(MarketPrice.class, registry));
        alertTopic = driver.createOutputTopic(
                config.topic(Topic.ALERTS), new StringDeserializer(), new AvroDeserializer<>(Alert.class, registry));
        curveTopic = driver.createOutputTopic(
                config.topic(Topic.PORTFOLIO_CURVES),
                new StringDeserializer(),
                new AvroDeserializer<>(PortfolioCurve.class, registry));
        deadLetterTopic = driver.createOutputTopic(
                config.topic(Topic.DEAD_LETTERS),
                new ByteArrayDeserializer(),
                new AvroDeserializer<>(DeadLetter.class, registry));
    }

    public static BookDriver open(Path folder) {
        return new BookDriver(folder, Map.of());
    }

    public static BookDriver open(Path folder, Map<String, String> settings) {
        return new BookDriver(folder, settings);
    }

    private DeadLetterWriter deadLetterWriter() {
        return new DeadLetterWriter(
                config.topic(Topic.DEAD_LETTERS), RiskTopology.<DeadLetter>values(config, registry), counters);
    }

    public BookDriver feed(List<io.ballast.streams.testkit.TestRecord> records) {
        records.forEach(this::feed);
        return this;
    }

    public void feed(io.ballast.streams.testkit.TestRecord record) {
        feedRaw(record.topic(), record.key(), bytes(record), record.timestampMs());
    }

    public void feedRaw(Topic topic, String key, byte[] value, long timestampMs) {
        feedRaw(topic, key, value, timestampMs, new RecordHeaders());
    }

    /** With headers, such as those of a trace. */
    public void feed(io.ballast.streams.testkit.TestRecord record, Headers headers) {
        feedRaw(record.topic(), record.key(), bytes(record), record.timestampMs(), headers);
    }

    private void feedRaw(Topic topic, String key, byte[] value, long timestampMs, Headers headers) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        inputs.computeIfAbsent(
                        topic,
                        absent -> driver.createInputTopic(
                                config.topic(topic), new ByteArraySerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(keyBytes, value, headers, timestampMs));
    }

    public byte[] bytes(io.ballast.streams.testkit.TestRecord record) {
        return serializer.serialize(config.topic(record.topic()), record.value());
    }

    /** In steps: a live thread looks at the clock all the time. */
    public void advance(Duration wallClock) {
        for (Duration left = wallClock; left.compareTo(Duration.ZERO) > 0; left = left.minus(STEP)) {
            driver.advanceWallClockTime(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }

    /** Starts every processor anew over what is in the stores, as a revived task does. */
    public void reinitialise() {
        processors.reinitialiseAll();
    }

    public BookCounters counters() {
        return counters;
    }

    public TopologyTestDriver driver() {
        return driver;
    }

    /** Everything published so far, in order. */
    public List<TestRecord<String, PositionRisk>> published() {
        published.addAll(riskTopic.readRecordsToList());
        return published;
    }

    /** What a compacted topic holds in the end: the last record of each position that was not taken back. */
    public Map<String, PositionRisk> risk() {
        Map<String, PositionRisk> last = new TreeMap<>();
        for (TestRecord<String, PositionRisk> record : published()) {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), record.value());
            }
        }
        return last;
    }

    /** Records of pool risk since it was asked last, in order. */
    public List<PoolRisk> newPoolRisk() {
        return poolRiskTopic.readValuesToList();
    }

    /** Newest record of each portfolio's part since it was asked last, by key. */
    public Map<String, PortfolioPart> newParts() {
        return new TreeMap<>(partTopic.readKeyValuesToMap());
    }

    /** Records of portfolio risk since it was asked last, in order; tombstones are left out. */
    public List<PortfolioRisk> newPortfolioRisk() {
        List<PortfolioRisk> fresh = new ArrayList<>();
        for (TestRecord<String, PortfolioRisk> record : portfolioTopic.readRecordsToList()) {
            if (record.value() == null) {
                portfolios.remove(record.key());
            } else {
                portfolios.put(record.key(), record.value());
                fresh.add(record.value());
            }
        }
        return fresh;
    }

    /** What a compacted topic holds in the end. */
    public Map<String, PortfolioRisk> portfolios() {
        newPortfolioRisk();
        return portfolios;
    }

    /** Recommendations since it was asked last, in order; tombstones are left out. */
    public List<HedgeRecommendation> newAdvice() {
        List<HedgeRecommendation> fresh = new ArrayList<>();
        for (TestRecord<String, HedgeRecommendation> record : adviceTopic.readRecordsToList()) {
            if (record.value() == null) {
                advice.remove(record.key());
            } else {
                advice.put(record.key(), record.value());
                fresh.add(record.value());
            }
        }
        return fresh;
    }

    /** What a compacted topic holds in the end. */
    public Map<String, HedgeRecommendation> advice() {
        newAdvice();
        return advice;
    }

    /** Market prices published since it was asked last, in order. */
    public List<MarketPrice> newMarketPrices() {
        return marketPriceTopic.readValuesToList();
    }

    /** Every record about an alert so far, in order. */
    public List<Alert> alerts() {
        alerts.addAll(alertTopic.readValuesToList());
        return alerts;
    }

    /** Records of portfolios' curves since it was asked last, in order; the value of a tombstone is null. */
    public List<TestRecord<String, PortfolioCurve>> newCurves() {
        return curveTopic.readRecordsToList();
    }

    /** Records of an output topic since it was asked last, in order; the value of a tombstone is null. */
    @SuppressWarnings("unchecked") // of the type that the first call for a topic names
    public <T extends SpecificRecord> List<TestRecord<String, T>> read(Topic topic, Class<T> type) {
        TestOutputTopic<String, ?> output = outputs.computeIfAbsent(
                topic,
                absent -> driver.createOutputTopic(
                        config.topic(topic), new StringDeserializer(), new AvroDeserializer<>(type, registry)));
        return ((TestOutputTopic<String, T>) output).readRecordsToList();
    }

    public List<DeadLetter> deadLetters() {
        deadLetters.addAll(deadLetterTopic.readValuesToList());
        return deadLetters;
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
    }
}
