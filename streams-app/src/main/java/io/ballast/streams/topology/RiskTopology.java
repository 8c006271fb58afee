/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import io.ballast.schema.AlertEvent;
import io.ballast.schema.DeskInput;
import io.ballast.schema.HedgeEvent;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.MarketTick;
import io.ballast.schema.OptionChain;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PositionClaim;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import io.ballast.schema.ReferencePrice;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.streams.alert.AlertSettings;
import io.ballast.streams.alert.AlertSupplier;
import io.ballast.streams.alert.Scope;
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
import io.ballast.streams.portfolio.DeskCodec;
import io.ballast.streams.portfolio.DeskSettings;
import io.ballast.streams.portfolio.DeskSupplier;
import io.ballast.streams.record.RecordReader;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * Ticks and positions in, risk out; hedges and policies in, portfolios and advice out.
 *
 * <p>Definitions, prices, position events and pool events of one pool lie in the same partition of their topics, so its book
 * is kept where they lie and nothing is repartitioned. Market prices are few and needed by every pool: they go out to all
 * partitions and come back, each as it is said, and those of one pair merged into one. What portfolios hold in pools goes on to the partition of their desk.
 *
 * <p>The parts share no source, sink or store: each is a sub-topology with tasks of its own. What is done with options stands in
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
        TopicNodes nodes = new TopicNodes(topology, config, registry, eventTime);

        addPools(topology, nodes);
        addMarkets(topology, nodes);
        addDeskInputs(topology, nodes);
        addDesks(topology, nodes);
        new OptionTopology(config, registry, counters).addTo(topology, nodes);
        addAlerts(topology, nodes, AlertSettings.of(config));
        return topology;
    }

    /** Stage 2: a book for every pool. */
    private void addPools(Topology topology, TopicNodes nodes) {
        nodes.read(Names.READ_POOLS, Topic.POOLS, PoolDefinition.class);
        nodes.read(Names.READ_PRICE_TICKS, Topic.PRICE_TICKS, PriceTick.class);
        nodes.read(Names.READ_POSITION_EVENTS, Topic.POSITION_EVENTS, PositionEvent.class);
        nodes.read(Names.READ_POOL_EVENTS, Topic.POOL_EVENTS, PoolEvent.class);
        nodes.read(Names.READ_REFERENCE_PRICES, Topic.REFERENCE_PRICES, ReferencePrice.class);

        topology.addProcessor(Names.TELL_MARKETS_FROM_POOLS, this::priceTickRouter, Names.READ_PRICE_TICKS);
        topology.addProcessor(
                Names.KEEP_POOL_BOOKS,
                new PoolBooksSupplier(BookSettings.of(config), recordReader(), counters),
                Names.READ_POOLS,
                Names.TELL_MARKETS_FROM_POOLS,
                Names.READ_POSITION_EVENTS,
                Names.READ_POOL_EVENTS,
                Names.READ_REFERENCE_PRICES);

        nodes.write(
                Names.PUBLISH_REFERENCE_PRICES,
                Topic.REFERENCE_PRICES,
                new EveryPartition<>(),
                Names.TELL_MARKETS_FROM_POOLS);
        nodes.write(
                Names.PUBLISH_DESK_PRICES, Topic.DESK_PRICES, new EveryPartition<>(), Names.TELL_MARKETS_FROM_POOLS);
        nodes.write(Names.PUBLISH_POSITION_RISK, Topic.POSITION_RISK, Names.KEEP_POOL_BOOKS);
        nodes.write(Names.PUBLISH_POOL_RISK, Topic.POOL_RISK, Names.KEEP_POOL_BOOKS);
        nodes.write(Names.PUBLISH_PORTFOLIO_PARTS, Topic.PORTFOLIO_PARTS, new ByDesk<>(), Names.KEEP_POOL_BOOKS);
        nodes.write(Names.PUBLISH_PORTFOLIO_CURVES, Topic.PORTFOLIO_CURVES, new ByDesk<>(), Names.KEEP_POOL_BOOKS);
        nodes.writeDeadLetters(Names.PUBLISH_DEAD_LETTERS, Names.TELL_MARKETS_FROM_POOLS, Names.KEEP_POOL_BOOKS);
    }

    /** Stage 1: what all sources of a pair say comes together in one partition. */
    private void addMarkets(Topology topology, TopicNodes nodes) {
        nodes.write(Names.PUBLISH_MARKET_TICKS, Topic.MARKET_TICKS, new ParToAll(), Names.TELL_MARKETS_FROM_POOLS);
        nodes.read(Names.READ_MARKET_TICKS, Topic.MARKET_TICKS, MarketTick.class);
        topology.addProcessor(
                Names.MERGE_MARKET_PRICES, new MarketSupplier(MarketSettings.of(config)), Names.READ_MARKET_TICKS);
        nodes.write(
                Names.PUBLISH_MERGED_PRICES, Topic.REFERENCE_PRICES, new EveryPartition<>(), Names.MERGE_MARKET_PRICES);
        nodes.write(
                Names.PUBLISH_MERGED_DESK_PRICES, Topic.DESK_PRICES, new EveryPartition<>(), Names.MERGE_MARKET_PRICES);
        nodes.write(Names.PUBLISH_MARKET_PRICES, Topic.MARKET_PRICES, Names.MERGE_MARKET_PRICES);
    }

    private PriceTickRouter priceTickRouter() {
        return new PriceTickRouter(
                config.topicPrefix(),
                new MarketTicks(MarketSettings.of(config).names()),
                config.getLong(BallastKeys.FUTURE_SKEW_MS),
                counters);
    }

    /** Whoever writes policies, claims and hedge events need not know how desks are spread over partitions. */
    private void addDeskInputs(Topology topology, TopicNodes nodes) {
        nodes.read(Names.READ_HEDGE_INSTRUMENTS, Topic.HEDGE_INSTRUMENTS, HedgeInstrument.class);
        nodes.read(Names.READ_HEDGE_EVENTS, Topic.HEDGE_EVENTS, HedgeEvent.class);
        nodes.read(Names.READ_POLICIES, Topic.POLICIES, HedgePolicy.class);
        nodes.read(Names.READ_CLAIMS, Topic.CLAIMS, PositionClaim.class);
        topology.addProcessor(
                Names.SEND_TO_DESKS,
                () -> new DeskInputRouter(config.topicPrefix(), counters),
                Names.READ_HEDGE_INSTRUMENTS,
                Names.READ_HEDGE_EVENTS,
                Names.READ_POLICIES,
                Names.READ_CLAIMS);
        nodes.write(
                Names.PUBLISH_DESK_INPUTS,
                Topic.DESK_INPUTS,
                new InputsByDesk(config.topic(Topic.HEDGE_INSTRUMENTS)),
                Names.SEND_TO_DESKS);
        nodes.writeDeadLetters(Names.PUBLISH_DEAD_LETTERS_OF_DESK_INPUTS, Names.SEND_TO_DESKS);
    }

    /** Stage 3: all portfolios of a desk in one place, so that every prefix of their paths can be summed there. */
    private void addDesks(Topology topology, TopicNodes nodes) {
        nodes.read(Names.READ_PORTFOLIO_PARTS, Topic.PORTFOLIO_PARTS, PortfolioPart.class);
        nodes.read(Names.READ_DESK_INPUTS, Topic.DESK_INPUTS, DeskInput.class);
        nodes.read(Names.READ_DESK_PRICES, Topic.DESK_PRICES, ReferencePrice.class);
        nodes.read(Names.READ_OPTION_CHAINS, Topic.OPTION_CHAINS, OptionChain.class);
        topology.addProcessor(
                Names.KEEP_DESKS,
                new DeskSupplier(DeskSettings.of(config), this::deskCodec, counters),
                Names.READ_PORTFOLIO_PARTS,
                Names.READ_DESK_INPUTS,
                Names.READ_DESK_PRICES,
                Names.READ_OPTION_CHAINS);
        nodes.write(Names.PUBLISH_PORTFOLIO_RISK, Topic.PORTFOLIO_RISK, Names.KEEP_DESKS);
        nodes.write(Names.PUBLISH_HEDGE_RECOMMENDATIONS, Topic.HEDGE_RECOMMENDATIONS, Names.KEEP_DESKS);
        nodes.writeDeadLetters(Names.PUBLISH_DEAD_LETTERS_OF_DESKS, Names.KEEP_DESKS);
    }

    /** Stage 4: what was published is read back where rules concern it, each record where it lies. */
    private void addAlerts(Topology topology, TopicNodes nodes, AlertSettings settings) {
        if (settings.rules().isEmpty()) {
            return;
        }
        List<String> sources = new ArrayList<>();
        for (Scope scope : settings.rules().scopes()) {
            String source = Names.READ_BACK + scope.topic().shortName();
            nodes.read(source, scope.topic(), scope.topic().valueType());
            sources.add(source);
        }
        nodes.read(Names.READ_ALERT_EVENTS, Topic.ALERT_EVENTS, AlertEvent.class);
        sources.add(Names.READ_ALERT_EVENTS);
        topology.addProcessor(
                Names.RAISE_ALERTS, new AlertSupplier(settings, counters), sources.toArray(String[]::new));
        nodes.write(Names.PUBLISH_ALERTS, Topic.ALERTS, Names.RAISE_ALERTS);
        nodes.writeDeadLetters(Names.PUBLISH_ALERT_DEAD_LETTERS, Names.RAISE_ALERTS);
    }

    /** Writes values as the topics' contract says. */
    public static <T extends SpecificRecord> Serializer<T> values(BallastConfig config, SchemaRegistryClient registry) {
        return new AvroSerializer<>(registry, config.autoRegisterSchemas());
    }

    private DeskCodec deskCodec() {
        return new DeskCodec(registry, config.topicPrefix(), config.autoRegisterSchemas());
    }

    private RecordReader recordReader() {
        return new RecordReader(
                new AvroDeserializer<>(PoolDefinition.class, registry),
                new AvroDeserializer<>(PriceTick.class, registry),
                new AvroDeserializer<>(PositionEvent.class, registry),
                new AvroDeserializer<>(PoolEvent.class, registry));
    }
}
