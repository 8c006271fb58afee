/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import io.ballast.cli.terminal.Terminal;
import io.ballast.producers.files.InputException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line on standard error; stack traces are for those who ask with {@code -v}. */
public final class ErrorReporter implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Terminal terminal;
    private final GlobalOptions options;

    ErrorReporter(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        terminal.err().println("ballast: " + error.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(error, command.getErr())) {
            terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for what it takes.");
        }
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        terminal.err().println("ballast: " + summary(error));
        if (options.verbose()) {
            error.printStackTrace(terminal.err());
        }
        return error instanceof UsageError ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** Our own messages say it all; of others the class and the innermost cause are what helps. */
    public static String summary(Throwable error) {
        if (error instanceof CommandFailed || error instanceof UsageError) {
            return error.getMessage();
        }
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (isInterruption(error) || isInterruption(root)) {
            return "interrupted";
        }
        String outer = sentence(error);
        // What an InputException was caused by stands in its message.
        boolean saysItAll = root == error || error instanceof InputException;
        return saysItAll ? outer : outer + " (" + sentence(root) + ")";
    }

    private static String sentence(Throwable error) {
        String message =
                Objects.toString(error.getMessage(), "").lines().findFirst().orElse("");
        String name = error.getClass().getSimpleName();
        return message.isEmpty() ? name : isPlain(error) ? message : name + ": " + message;
    }

    /** Their message is about the user's input, not about our inside. */
    private static boolean isPlain(Throwable error) {
        return error instanceof IllegalArgumentException
                || error instanceof ConfigException
                || error instanceof InputException;
    }

    private static boolean isInterruption(Throwable error) {
        return error instanceof InterruptedException
                || error instanceof InterruptException
                || error instanceof CancellationException;
    }
}
