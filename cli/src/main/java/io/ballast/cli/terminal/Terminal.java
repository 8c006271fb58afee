/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command prints, and what can be shown there.
 *
 * @param out  the result
 * @param err  progress, warnings and errors
 * @param outIsTerminal  a person looks at {@code out}: it may be redrawn
 * @param errIsTerminal  a person looks at {@code err}
 * @param columns  width in characters
 * @param colourAllowed  the environment does not forbid colour (see no-color.org)
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int columns,
        boolean colourAllowed) {
    private static final int USUAL_COLUMNS = 120;

    /** The process's own; the launcher says in system properties what is a terminal, Java 17 cannot tell. */
    public static Terminal ofProcess(Map<String, String> environment) {
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("ballast.terminal.out"),
                Boolean.getBoolean("ballast.terminal.err"),
                Integer.getInteger("ballast.terminal.columns", USUAL_COLUMNS),
                environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Streams that no person looks at: a test's, or a caller's in this JVM. */
    public static Terminal capturing(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, false, USUAL_COLUMNS, false);
    }
}
