/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import io.ballast.schema.DeadLetter;
import io.ballast.schema.MarketPrice;
import io.ballast.schema.MarketTick;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTick;
import io.ballast.schema.ReferencePrice;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.streams.book.BookSettings;
import io.ballast.streams.book.PoolBooksSupplier;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.market.MarketSettings;
import io.ballast.streams.market.MarketSupplier;
import io.ballast.streams.market.MarketTicks;
import io.ballast.streams.market.ParToAll;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.record.RecordReader;
import io.ballast.streams.record.SourceDeserializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Clock;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * Ticks and positions in, risk out.
 *
 * <p>Definitions, prices, position events and pool events of one pool lie in the same partition of their topics, so its book
 * is kept where they lie and nothing is repartitioned. Market prices are few and needed by every pool: they go out to all
 * partitions and come back, each as it is said, and those of one pair merged into one. What is done with options stands in
 * {@link OptionTopology}.
 */
public final class RiskTopology {

    private final BallastConfig config;
    private final SchemaRegistryClient registry;
    private final BookCounters counters;
    private final EventTime eventTime;

    public RiskTopology(BallastConfig config, SchemaRegistryClient registry, BookCounters counters, Clock clock) {
        this.config = config;
        this.registry = registry;
        this.counters = counters;
        this.eventTime = new EventTime(clock, BookSettings.of(config).futureSkew());
    }

    /** @param settings  of Kafka Streams; some shape the topology */
    public Topology build(StreamsConfig settings) {
        Topology topology = new Topology(new TopologyConfig(settings));

        read(topology, Names.READ_POOLS, Topic.POOLS, PoolDefinition.class);
        read(topology, Names.READ_PRICE_TICKS, Topic.PRICE_TICKS, PriceTick.class);
        read(topology, Names.READ_POSITION_EVENTS, Topic.POSITION_EVENTS, PositionEvent.class);
        read(topology, Names.READ_POOL_EVENTS, Topic.POOL_EVENTS, PoolEvent.class);
        read(topology, Names.READ_REFERENCE_PRICES, Topic.REFERENCE_PRICES, ReferencePrice.class);

        topology.addProcessor(Names.TELL_MARKETS_FROM_POOLS, this::priceTickRouter, Names.READ_PRICE_TICKS);

        topology.addProcessor(
                Names.KEEP_POOL_BOOKS,
                new PoolBooksSupplier(BookSettings.of(config), recordReader(), counters),
                Names.READ_POOLS,
                Names.TELL_MARKETS_FROM_POOLS,
                Names.READ_POSITION_EVENTS,
                Names.READ_POOL_EVENTS,
                Names.READ_REFERENCE_PRICES);

        mergeMarketPrices(topology);

        topology.addSink(
                Names.PUBLISH_REFERENCE_PRICES,
                config.topic(Topic.REFERENCE_PRICES),
                new StringSerializer(),
                RiskTopology.<ReferencePrice>values(config, registry),
                new EveryPartition<>(),
                Names.TELL_MARKETS_FROM_POOLS);
        topology.addSink(
                Names.PUBLISH_POSITION_RISK,
                config.topic(Topic.POSITION_RISK),
                new StringSerializer(),
                RiskTopology.<PositionRisk>values(config, registry),
                Names.KEEP_POOL_BOOKS);
        topology.addSink(
                Names.PUBLISH_POOL_RISK,
                config.topic(Topic.POOL_RISK),
                new StringSerializer(),
                RiskTopology.<PoolRisk>values(config, registry),
                Names.KEEP_POOL_BOOKS);
        topology.addSink(
                Names.PUBLISH_PORTFOLIO_PARTS,
                config.topic(Topic.PORTFOLIO_PARTS),
                new StringSerializer(),
                RiskTopology.<PortfolioPart>values(config, registry),
                new ByDesk<>(),
                Names.KEEP_POOL_BOOKS);
        topology.addSink(
                Names.PUBLISH_PORTFOLIO_CURVES,
                config.topic(Topic.PORTFOLIO_CURVES),
                new StringSerializer(),
                RiskTopology.<PortfolioCurve>values(config, registry),
                new ByDesk<>(),
                Names.KEEP_POOL_BOOKS);
        topology.addSink(
                Names.PUBLISH_DEAD_LETTERS,
                config.topic(Topic.DEAD_LETTERS),
                new ByteArraySerializer(),
                RiskTopology.<DeadLetter>values(config, registry),
                Names.TELL_MARKETS_FROM_POOLS,
                Names.KEEP_POOL_BOOKS);
        new OptionTopology(config, registry, counters, eventTime).addTo(topology);
        return topology;
    }

    /** What all sources of a pair say comes together in one partition. */
    private void mergeMarketPrices(Topology topology) {
        topology.addSink(
                Names.PUBLISH_MARKET_TICKS,
                config.topic(Topic.MARKET_TICKS),
                new StringSerializer(),
                RiskTopology.<MarketTick>values(config, registry),
                new ParToAll(),
                Names.TELL_MARKETS_FROM_POOLS);
        read(topology, Names.READ_MARKET_TICKS, Topic.MARKET_TICKS, MarketTick.class);
        topology.addProcessor(
                Names.MERGE_MARKET_PRICES, new MarketSupplier(MarketSettings.of(config)), Names.READ_MARKET_TICKS);
        topology.addSink(
                Names.PUBLISH_MERGED_PRICES,
                config.topic(Topic.REFERENCE_PRICES),
                new StringSerializer(),
                RiskTopology.<ReferencePrice>values(config, registry),
                new EveryPartition<>(),
                Names.MERGE_MARKET_PRICES);
        topology.addSink(
                Names.PUBLISH_MARKET_PRICES,
                config.topic(Topic.MARKET_PRICES),
                new StringSerializer(),
                RiskTopology.<MarketPrice>values(config, registry),
                Names.MERGE_MARKET_PRICES);
    }

    private PriceTickRouter priceTickRouter() {
        return new PriceTickRouter(
                config.topicPrefix(),
                new MarketTicks(MarketSettings.of(config).names()),
                config.getLong(BallastKeys.FUTURE_SKEW_MS),
                counters);
    }

    /** Writes values as the topics' contract says. */
    public static <T extends SpecificRecord> Serializer<T> values(BallastConfig config, SchemaRegistryClient registry) {
        return new AvroSerializer<>(registry, config.autoRegisterSchemas());
    }

    private <T extends SpecificRecord> void read(Topology topology, String name, Topic topic, Class<T> type) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                eventTime,
                new StringDeserializer(),
                new SourceDeserializer<>(new AvroDeserializer<>(type, registry)),
                config.topic(topic));
    }

    private RecordReader recordReader() {
        return new RecordReader(
                new AvroDeserializer<>(PoolDefinition.class, registry),
                new AvroDeserializer<>(PriceTick.class, registry),
                new AvroDeserializer<>(PositionEvent.class, registry),
                new AvroDeserializer<>(PoolEvent.class, registry));
    }
}
