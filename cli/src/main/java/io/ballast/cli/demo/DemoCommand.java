/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.CliContext;
import io.ballast.cli.DurationConverter;
import io.ballast.cli.ExitCode;
import io.ballast.cli.config.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast demo}: everything at once, on a simulated market. */
@Command(
        name = "demo",
        description =
                "Starts a local stack, a simulated market and the topology, and shows the book live. Ctrl-C ends it.")
public final class DemoCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long, such as 60s or 5m; without it, until Ctrl-C.")
    private Duration duration;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all that is random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--positions",
            paramLabel = "N",
            defaultValue = "60",
            description = "Positions that are open at any time (default: ${DEFAULT-VALUE}).")
    private int positions;

    public DemoCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DemoPlan plan = new DemoPlan(Optional.ofNullable(duration), seed, positions);
        new DemoRun(context, Settings.of(context)).run(plan);
        return ExitCode.OK;
    }
}
