/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ballast run}: one part, in the foreground, until it is told to end. */
@Command(
        name = "run",
        description =
                "Runs one part in the foreground, on the cluster that the settings name, until it is told to end.")
public final class RunCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** With its subcommands. */
    public static CommandLine of(CliContext context) {
        return new CommandLine(new RunCommand())
                .addSubcommand(new RunStreamsCommand(context))
                .addSubcommand(new RunDeskCommand(context))
                .addSubcommand(RunProducerCommand.of(context))
                .addSubcommand(new RunLocalStackCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "run what? streams, desk, producer or local-stack");
    }
}
