/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import io.ballast.cli.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Command lines that are read and not carried out. */
public final class CommandLines {
    private CommandLines() {}

    /** @throws picocli.CommandLine.ParameterException if it makes no sense */
    public static void parse(List<String> arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Ballast.commandLine(Terminal.capturing(nowhere, nowhere), Map.of(), Interruption.none())
                .parseArgs(arguments.toArray(String[]::new));
    }

    /** What {@code ballast --version} says. */
    public static String version() {
        return Captured.run("--version").out();
    }
}
