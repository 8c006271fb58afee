/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.topics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ballast.cli.CliContext;
import io.ballast.cli.ExitCode;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.cli.terminal.Table;
import io.ballast.cli.terminal.Table.Column;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ballast topics list}. */
@Command(name = "list", description = "Lists the topics; with a cluster configured, also what it has of them.")
final class ListTopicsCommand implements Callable<Integer> {
    private final CliContext context;

    ListTopicsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        BallastConfig config = Settings.of(context).config();
        Map<Topic, TopicOnCluster> present = present(config);
        if (context.options().output() == OutputFormat.json) {
            context.terminal().out().println(json(config, present).toPrettyString());
        } else {
            table(config, present).lines().forEach(context.terminal().out()::println);
        }
        return ExitCode.OK;
    }

    private static Map<Topic, TopicOnCluster> present(BallastConfig config) {
        Map<Topic, TopicOnCluster> present = new EnumMap<>(Topic.class);
        if (Cluster.isConfigured(config)) {
            try (Cluster cluster = Cluster.connect(config)) {
                TopicOnCluster.find(cluster, List.of(Topic.values()))
                        .forEach(found -> present.put(found.topic(), found));
            }
        }
        return present;
    }

    private static Table table(BallastConfig config, Map<Topic, TopicOnCluster> present) {
        Table table = new Table(
                Column.text("TOPIC"),
                Column.text("KEY"),
                Column.text("WRITTEN BY"),
                Column.text("CLEAN-UP"),
                Column.number("PARTITIONS"),
                Column.number("OFFSETS"),
                Column.text("WHAT"));
        for (Topic topic : Topic.values()) {
            TopicOnCluster found = present.get(topic);
            table.row(
                    config.topic(topic),
                    topic.keyMeaning(),
                    lower(topic.direction()),
                    lower(topic.cleanup()),
                    found == null ? null : found.partitions(),
                    found == null ? null : found.offsets(),
                    topic.purpose());
        }
        return table;
    }

    private static ArrayNode json(BallastConfig config, Map<Topic, TopicOnCluster> present) {
        ArrayNode topics = JsonNodeFactory.instance.arrayNode();
        for (Topic topic : Topic.values()) {
            TopicOnCluster found = present.get(topic);
            topics.addObject()
                    .put("topic", config.topic(topic))
                    .put("key", topic.keyMeaning())
                    .put("direction", lower(topic.direction()))
                    .put("cleanup", lower(topic.cleanup()))
                    .put("partitions", found == null ? null : found.partitions())
                    .put("offsets", found == null ? null : found.offsets())
                    .put("what", topic.purpose());
        }
        return topics;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
