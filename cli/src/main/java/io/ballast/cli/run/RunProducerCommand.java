/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ballast run producer}: somebody who writes the input topics. */
@Command(name = "producer", description = "Runs one producer of the input topics.")
final class RunProducerCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine of(CliContext context) {
        return new CommandLine(new RunProducerCommand())
                .addSubcommand(new RunSimulatorCommand(context))
                .addSubcommand(new RunReplayCommand(context))
                .addSubcommand(new RunChainCommand(context))
                .addSubcommand(new RunExchangeCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which producer? simulator, replay, chain or exchange");
    }
}
