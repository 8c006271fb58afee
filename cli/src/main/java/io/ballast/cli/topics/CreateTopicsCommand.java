/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.topics;

import io.ballast.cli.CliContext;
import io.ballast.cli.ExitCode;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicsReady;
import io.ballast.schemas.serde.Contracts;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ballast topics create}. */
@Command(
        name = "create",
        description =
                "Creates the topics that the cluster does not have yet, and checks the others. With a registry configured,"
                        + " registers the schemas, unless auto.register.schemas is false.")
final class CreateTopicsCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private PlanOptions options;

    CreateTopicsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        BallastConfig config = Settings.of(context).config();
        try (Cluster cluster = Cluster.connect(config)) {
            TopicsReady ready = new TopicCreation(cluster.admin(), options.plan(config)).ensureAll();
            print(config, ready);
            registerSchemas(cluster);
        }
        return ExitCode.OK;
    }

    /** At once, so that no producer has to, and with the rules of their evolution. */
    private void registerSchemas(Cluster cluster) {
        BallastConfig config = cluster.config();
        if (!config.autoRegisterSchemas() || !config.registry().containsKey(RegistryClients.URL)) {
            return;
        }
        SchemaRegistryClient registry = cluster.registry();
        try {
            new Contracts(registry, config.topicPrefix()).register(List.of(Topic.values()));
            context.terminal().out().println("schemas registered");
        } finally {
            Cluster.close(registry);
        }
    }

    private void print(BallastConfig config, TopicsReady ready) {
        context.terminal().out().println("created: " + names(config, ready.created()));
        context.terminal().out().println("there already: " + names(config, ready.existing()));
        ready.warnings().forEach(warning -> context.terminal().err().println("ballast: " + warning));
    }

    private static String names(BallastConfig config, Collection<Topic> topics) {
        return topics.isEmpty()
                ? "none"
                : new TreeSet<>(topics).stream().map(config::topic).collect(Collectors.joining(", "));
    }
}
