/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.cli.CliContext;
import io.ballast.cli.ExitCode;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.terminal.Table;
import io.ballast.cli.terminal.Table.Column;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast config}: what is in force, and who said so. */
@Command(
        name = "config",
        description = "Prints the settings in force and where each comes from; secrets are masked.",
        footer = {
            "",
            "Settings come from the file, over it the environment (BALLAST_TOPIC_PREFIX is ballast.topic.prefix,",
            "BALLAST_KAFKA_BOOTSTRAP_SERVERS is kafka.bootstrap.servers), over it --set."
        })
public final class ConfigCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--changed", description = "Only what differs from the defaults.")
    private boolean changedOnly;

    public ConfigCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.of(context);
        Table table = new Table(Column.text("SETTING"), Column.text("VALUE"), Column.text("SOURCE"));
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> setting : settings.config().effective().entrySet()) {
            String source = settings.source(setting.getKey());
            if (!changedOnly || !source.equals(Settings.DEFAULT)) {
                table.row(setting.getKey(), setting.getValue(), source);
                document.putObject(setting.getKey())
                        .put("value", setting.getValue())
                        .put("source", source);
            }
        }
        print(table, document);
        return ExitCode.OK;
    }

    private void print(Table table, ObjectNode document) {
        if (context.options().output() == OutputFormat.json) {
            context.terminal().out().println(document.toPrettyString());
        } else {
            table.lines().forEach(context.terminal().out()::println);
        }
    }
}
