/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import io.ballast.cli.config.ConfigCommand;
import io.ballast.cli.demo.DemoCommand;
import io.ballast.cli.doctor.DoctorCommand;
import io.ballast.cli.load.LoadCommand;
import io.ballast.cli.replay.ReplayCommand;
import io.ballast.cli.run.RunCommand;
import io.ballast.cli.snapshot.SnapshotCommand;
import io.ballast.cli.terminal.Terminal;
import io.ballast.cli.topics.TopicsCommand;
import io.ballast.cli.watch.WatchCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The {@code ballast} command: entry point of the process, and of tests that call it in their own JVM. */
public final class Ballast {
    private Ballast() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Interruption interruption = Interruption.ofProcess();
        int exitCode = run(Terminal.ofProcess(environment), environment, interruption, arguments);
        interruption.commandReturned(exitCode);
        System.exit(exitCode);
    }

    /**
     * Runs one command line.
     *
     * @return the exit code: 0 done, 1 failed, 2 the command line makes no sense
     */
    public static int run(Terminal terminal, Map<String, String> environment, String... arguments) {
        return run(terminal, environment, Interruption.none(), arguments);
    }

    static int run(Terminal terminal, Map<String, String> environment, Interruption interruption, String... arguments) {
        return commandLine(terminal, environment, interruption).execute(arguments);
    }

    static CommandLine commandLine(Terminal terminal, Map<String, String> environment, Interruption interruption) {
        GlobalOptions options = new GlobalOptions();
        CliContext context = new CliContext(options, terminal, environment, interruption);
        ErrorReporter errors = new ErrorReporter(terminal, options);
        CommandLine commandLine = new CommandLine(new RootCommand(options))
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new ReplayCommand(context))
                .addSubcommand(RunCommand.of(context))
                .addSubcommand(LoadCommand.of(context))
                .addSubcommand(new SnapshotCommand(context))
                .addSubcommand(TopicsCommand.of(context))
                .addSubcommand(new WatchCommand(context))
                .addSubcommand(new ConfigCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new AutoComplete.GenerateCompletion());
        return commandLine
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(context.ansi()))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setExecutionStrategy(parsed -> execute(parsed, context));
    }

    private static int execute(ParseResult parsed, CliContext context) {
        boolean service = parsed.hasSubcommand()
                && parsed.subcommand().commandSpec().name().equals("run");
        Logging.configure(context.environment(), context.options().verbose(), service);
        return new RunLast().execute(parsed);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
