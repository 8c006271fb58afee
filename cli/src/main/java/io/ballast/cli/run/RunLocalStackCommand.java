/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.ExitCode;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.config.Settings;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schemas.catalogue.TopicPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast run local-stack}: broker and registry, for whatever one wants to run against them. */
@Command(
        name = "local-stack",
        description =
                "Runs a Kafka broker and a schema registry on this machine, with all topics, until it is told to end.")
final class RunLocalStackCommand implements Callable<Integer> {
    private static final long LOOK_SECONDS = 1;

    private final CliContext context;

    @Option(names = "--broker-port", paramLabel = "PORT", defaultValue = "0", description = "Default: any free one.")
    private int brokerPort;

    @Option(names = "--registry-port", paramLabel = "PORT", defaultValue = "0", description = "Default: any free one.")
    private int registryPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where data is kept; default: a temporary folder, removed at the end.")
    private Path data;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Of topics that are not there yet (default: ${DEFAULT-VALUE}).")
    private int partitions;

    RunLocalStackCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        context.interruption().onSignal(stop::countDown);
        TopicPlan plan =
                TopicPlan.keepingEverything(Settings.of(context).config().topicPrefix(), partitions);
        try (PreparedStack stack = PreparedStack.start(options(), plan)) {
            print(stack);
            while (!stop.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                stack.failure().ifPresent(failure -> {
                    throw new CommandFailed("the local stack failed: " + failure.part() + ": " + failure.message());
                });
            }
        }
        return ExitCode.OK;
    }

    private LocalStackOptions options() {
        LocalStackOptions options = LocalStackOptions.defaults().withPorts(brokerPort, registryPort);
        return data == null ? options : options.withDataDirectory(data);
    }

    private void print(PreparedStack stack) {
        if (context.options().output() == OutputFormat.json) {
            context.terminal()
                    .out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("bootstrap_servers", stack.bootstrapServers())
                            .put("registry_url", stack.registryUrl())
                            .put("data", stack.dataDirectory().toString()));
            return;
        }
        // As a properties file: what another command's --config takes.
        context.terminal()
                .out()
                .println("# broker and schema registry run; Ctrl-C ends them. Data: " + stack.dataDirectory());
        stack.settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> context.terminal().out().println(setting.getKey() + "=" + setting.getValue()));
    }
}
