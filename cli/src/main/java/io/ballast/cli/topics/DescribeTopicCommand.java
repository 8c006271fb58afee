/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.topics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.cli.CliContext;
import io.ballast.cli.ExitCode;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.cli.terminal.Table;
import io.ballast.cli.terminal.Table.Column;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ballast topics describe}. */
@Command(
        name = "describe",
        description = "Explains one topic: fields with units and signs; with a cluster configured, its settings there.")
final class DescribeTopicCommand implements Callable<Integer> {
    private final CliContext context;

    @Parameters(
            paramLabel = "TOPIC",
            description = "Name, with or without prefix.",
            completionCandidates = TopicNames.class)
    private String name;

    DescribeTopicCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        BallastConfig config = Settings.of(context).config();
        Topic topic = TopicNames.find(name, config.topicPrefix());
        Optional<TopicOnCluster> found = find(config, topic);
        if (context.options().output() == OutputFormat.json) {
            context.terminal().out().println(json(config, topic, found).toPrettyString());
        } else {
            print(config, topic, found);
        }
        return ExitCode.OK;
    }

    private static Optional<TopicOnCluster> find(BallastConfig config, Topic topic) {
        if (!Cluster.isConfigured(config)) {
            return Optional.empty();
        }
        try (Cluster cluster = Cluster.connect(config)) {
            return TopicOnCluster.find(cluster, List.of(topic)).stream().findFirst();
        }
    }

    private void print(BallastConfig config, Topic topic, Optional<TopicOnCluster> found) {
        PrintStream out = context.terminal().out();
        out.println(config.topic(topic) + ": " + topic.purpose());
        out.println(topic.valueSchema().getDoc());
        found.ifPresent(there -> {
            out.println(there.partitions() + " partitions, " + there.offsets() + " offsets");
            there.settings().forEach((key, value) -> out.println("  " + key + " = " + value));
        });
        Table table = new Table(Column.text("FIELD"), Column.text("TYPE"), Column.text("MEANING"));
        topic.valueSchema().getFields().forEach(field -> table.row(field.name(), type(field.schema()), field.doc()));
        table.lines().forEach(out::println);
    }

    private static ObjectNode json(BallastConfig config, Topic topic, Optional<TopicOnCluster> found) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("topic", config.topic(topic)).put("what", topic.purpose()).put("key", topic.keyMeaning());
        found.ifPresent(there -> {
            document.put("partitions", there.partitions()).put("offsets", there.offsets());
            there.settings().forEach(document.putObject("settings")::put);
        });
        topic.valueSchema().getFields().forEach(field -> document.withArray("fields")
                .addObject()
                .put("field", field.name())
                .put("type", type(field.schema()))
                .put("meaning", field.doc()));
        return document;
    }

    private static String type(Schema schema) {
        if (schema.isUnion()) {
            return schema.getTypes().stream()
                            .filter(branch -> branch.getType() != Schema.Type.NULL)
                            .map(DescribeTopicCommand::type)
                            .collect(Collectors.joining("|"))
                    + "?";
        }
        if (schema.getType() == Schema.Type.ARRAY) {
            return type(schema.getElementType()) + "[]";
        }
        return schema.getLogicalType() == null
                ? schema.getName()
                : schema.getLogicalType().getName();
    }
}
