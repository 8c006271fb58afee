/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import io.ballast.schema.DeadLetter;
import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.QuotedOption;
import io.ballast.schema.StripRecommendation;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.desk.DeskReader;
import io.ballast.streams.desk.DeskSettings;
import io.ballast.streams.desk.DeskSupplier;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.option.OptionSettings;
import io.ballast.streams.option.SurfaceSupplier;
import io.ballast.streams.record.SourceDeserializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * Options beside the pool books: quotes of an underlying lie in one partition and become surfaces there; chains are few and needed
 * by every desk, so they go out to all partitions. There they meet the curves and pool prices of the desks' portfolios, from which
 * strips and scenarios are worked out.
 */
final class OptionTopology {

    private final BallastConfig config;
    private final SchemaRegistryClient registry;
    private final BookCounters counters;
    private final EventTime eventTime;

    OptionTopology(BallastConfig config, SchemaRegistryClient registry, BookCounters counters, EventTime eventTime) {
        this.config = config;
        this.registry = registry;
        this.counters = counters;
        this.eventTime = eventTime;
    }

    void addTo(Topology topology) {
        addSurfaces(topology);
        addDesks(topology);
    }

    private void addDesks(Topology topology) {
        read(topology, Names.READ_PORTFOLIO_CURVES, Topic.PORTFOLIO_CURVES, PortfolioCurve.class);
        topology.addProcessor(
                Names.ADVISE_DESKS,
                new DeskSupplier(DeskSettings.of(config), deskReader(), counters),
                Names.READ_PORTFOLIO_CURVES,
                Names.READ_PORTFOLIO_PARTS,
                Names.READ_OPTION_CHAINS,
                Names.KEEP_DESKS);
        topology.addSink(
                Names.PUBLISH_STRIP_RECOMMENDATIONS,
                config.topic(Topic.STRIP_RECOMMENDATIONS),
                new StringSerializer(),
                RiskTopology.<StripRecommendation>values(config, registry),
                Names.ADVISE_DESKS);
        topology.addSink(
                Names.PUBLISH_PORTFOLIO_SCENARIOS,
                config.topic(Topic.PORTFOLIO_SCENARIOS),
                new StringSerializer(),
                RiskTopology.<PortfolioScenarios>values(config, registry),
                Names.ADVISE_DESKS);
        topology.addSink(
                Names.PUBLISH_DESK_DEAD_LETTERS,
                config.topic(Topic.DEAD_LETTERS),
                new ByteArraySerializer(),
                RiskTopology.<DeadLetter>values(config, registry),
                Names.ADVISE_DESKS);
    }

    private DeskReader deskReader() {
        return new DeskReader(
                config.topicPrefix(),
                new AvroDeserializer<>(PortfolioCurve.class, registry),
                new AvroDeserializer<>(OptionChain.class, registry));
    }

    private void addSurfaces(Topology topology) {
        read(topology, Names.READ_OPTION_QUOTES, Topic.OPTION_QUOTES, QuotedOption.class);
        topology.addProcessor(
                Names.FIT_OPTION_SURFACES,
                new SurfaceSupplier(
                        OptionSettings.of(config),
                        config.topicPrefix(),
                        new AvroDeserializer<>(QuotedOption.class, registry),
                        counters),
                Names.READ_OPTION_QUOTES);
        topology.addSink(
                Names.PUBLISH_OPTION_SURFACES,
                config.topic(Topic.OPTION_SURFACES),
                new StringSerializer(),
                RiskTopology.<OptionSurface>values(config, registry),
                Names.FIT_OPTION_SURFACES);
        topology.addSink(
                Names.PUBLISH_OPTION_CHAINS,
                config.topic(Topic.OPTION_CHAINS),
                new StringSerializer(),
                RiskTopology.<OptionChain>values(config, registry),
                new EveryPartition<>(),
                Names.FIT_OPTION_SURFACES);
        topology.addSink(
                Names.PUBLISH_OPTION_DEAD_LETTERS,
                config.topic(Topic.DEAD_LETTERS),
                new ByteArraySerializer(),
                RiskTopology.<DeadLetter>values(config, registry),
                Names.FIT_OPTION_SURFACES);
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
}
