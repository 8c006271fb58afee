/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import io.ballast.schema.HedgePolicy;
import io.ballast.schema.OptionChain;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.desk.AdviceSettings;
import io.ballast.streams.desk.AdviceSupplier;
import io.ballast.streams.desk.DeskReader;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.option.OptionSettings;
import io.ballast.streams.option.SurfaceSupplier;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
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

    OptionTopology(BallastConfig config, SchemaRegistryClient registry, BookCounters counters) {
        this.config = config;
        this.registry = registry;
        this.counters = counters;
    }

    void addTo(Topology topology, TopicNodes nodes) {
        addSurfaces(topology, nodes);
        addDesks(topology, nodes);
    }

    private void addDesks(Topology topology, TopicNodes nodes) {
        nodes.read(Names.READ_PORTFOLIO_CURVES, Topic.PORTFOLIO_CURVES, PortfolioCurve.class);
        topology.addProcessor(
                Names.ADVISE_DESKS,
                new AdviceSupplier(AdviceSettings.of(config), deskReader(), counters),
                Names.READ_PORTFOLIO_CURVES,
                Names.READ_PORTFOLIO_PARTS,
                Names.READ_OPTION_CHAINS,
                Names.KEEP_DESKS);
        nodes.write(Names.PUBLISH_STRIP_RECOMMENDATIONS, Topic.STRIP_RECOMMENDATIONS, Names.ADVISE_DESKS);
        nodes.write(Names.PUBLISH_PORTFOLIO_SCENARIOS, Topic.PORTFOLIO_SCENARIOS, Names.ADVISE_DESKS);
        nodes.writeDeadLetters(Names.PUBLISH_DESK_DEAD_LETTERS, Names.ADVISE_DESKS);
    }

    private DeskReader deskReader() {
        return new DeskReader(
                config.topicPrefix(),
                new AvroDeserializer<>(PortfolioCurve.class, registry),
                new AvroDeserializer<>(OptionChain.class, registry),
                new AvroDeserializer<>(HedgePolicy.class, registry));
    }

    private void addSurfaces(Topology topology, TopicNodes nodes) {
        nodes.read(Names.READ_OPTION_QUOTES, Topic.OPTION_QUOTES, QuotedOption.class);
        topology.addProcessor(
                Names.FIT_OPTION_SURFACES,
                new SurfaceSupplier(
                        OptionSettings.of(config),
                        config.topicPrefix(),
                        new AvroDeserializer<>(QuotedOption.class, registry),
                        counters),
                Names.READ_OPTION_QUOTES);
        nodes.write(Names.PUBLISH_OPTION_SURFACES, Topic.OPTION_SURFACES, Names.FIT_OPTION_SURFACES);
        nodes.write(
                Names.PUBLISH_OPTION_CHAINS, Topic.OPTION_CHAINS, new EveryPartition<>(), Names.FIT_OPTION_SURFACES);
        nodes.writeDeadLetters(Names.PUBLISH_OPTION_DEAD_LETTERS, Names.FIT_OPTION_SURFACES);
    }
}
