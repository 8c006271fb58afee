/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.load;

import io.ballast.cli.CliContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ballast load}: input that people write themselves, from files to topics. */
@Command(name = "load", description = "Writes input that people keep in files to its topics.")
public final class LoadCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** With its subcommands. */
    public static CommandLine of(CliContext context) {
        return new CommandLine(new LoadCommand()).addSubcommand(new LoadHedgesCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "load what? There is: load hedges");
    }
}
