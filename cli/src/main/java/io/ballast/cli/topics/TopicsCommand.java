/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.topics;

import io.ballast.cli.CliContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ballast topics}: the catalogue of topics, and what a cluster has of it. */
@Command(name = "topics", description = "The catalogue of topics, and what a cluster has of it.")
public final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** With its subcommands. */
    public static CommandLine of(CliContext context) {
        return new CommandLine(new TopicsCommand())
                .addSubcommand(new ListTopicsCommand(context))
                .addSubcommand(new CreateTopicsCommand(context))
                .addSubcommand(new DescribeTopicCommand(context))
                .addSubcommand(new DiffTopicsCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "topics list, topics create, topics describe or topics diff?");
    }
}
