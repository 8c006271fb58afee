/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks;

import io.ballast.benchmarks.command.AlertsCommand;
import io.ballast.benchmarks.command.DeskBookCommand;
import io.ballast.benchmarks.command.DeskClientsCommand;
import io.ballast.benchmarks.command.EveryCommand;
import io.ballast.benchmarks.command.InstancesCommand;
import io.ballast.benchmarks.command.KillCommand;
import io.ballast.benchmarks.command.LatencyCommand;
import io.ballast.benchmarks.command.MicroCommand;
import io.ballast.benchmarks.command.PipelineCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Takes the figures of docs/benchmarks.md. */
@Command(
        name = "benchmarks/run",
        description = "Measures Ballast. Exits with 1 if an oracle finds a wrong figure.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MicroCommand.class,
            PipelineCommand.class,
            LatencyCommand.class,
            KillCommand.class,
            InstancesCommand.class,
            AlertsCommand.class,
            DeskClientsCommand.class,
            DeskBookCommand.class,
            EveryCommand.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
