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
import io.ballast.schemas.catalogue.TopicComparison;
import io.ballast.schemas.catalogue.TopicDifference;
import io.ballast.streams.config.BallastConfig;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ballast topics diff}. */
@Command(
        name = "diff",
        description =
                "Tells in what the topics of the cluster are not as 'topics create' with the same options would make them:"
                        + " missing ones, partitions, copies where they are given, settings. Changes nothing. Ends with 1 if there"
                        + " is a difference.")
final class DiffTopicsCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private PlanOptions options;

    DiffTopicsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        BallastConfig config = Settings.of(context).config();
        List<TopicDifference> differences;
        try (Cluster cluster = Cluster.connect(config)) {
            differences =
                    new TopicComparison(cluster.admin(), options.plan(config)).differences(List.of(Topic.values()));
        }
        print(differences);
        return differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(List<TopicDifference> differences) {
        PrintStream out = context.terminal().out();
        if (context.options().output() == OutputFormat.json) {
            out.println(json(differences).toPrettyString());
        } else if (differences.isEmpty()) {
            out.println(Topic.values().length + " topics, all as planned");
        } else {
            table(differences).lines().forEach(out::println);
        }
    }

    private static Table table(List<TopicDifference> differences) {
        Table table = new Table(
                Column.text("TOPIC"), Column.text("WHAT"), Column.text("PLANNED"), Column.text("ON THE CLUSTER"));
        differences.forEach(found -> table.row(found.name(), found.what(), found.planned(), found.found()));
        return table;
    }

    private static ArrayNode json(List<TopicDifference> differences) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        differences.forEach(found -> rows.addObject()
                .put("topic", found.name())
                .put("what", found.what())
                .put("planned", found.planned())
                .put("found", found.found()));
        return rows;
    }
}
