/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import io.ballast.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What every command works with.
 *
 * @param options  the options that all commands share, filled by the parser before a command runs
 * @param terminal  where it prints
 * @param environment  the process's environment variables
 * @param interruption  tells when the process is told to end
 */
public record CliContext(
        GlobalOptions options, Terminal terminal, Map<String, String> environment, Interruption interruption) {
    /** Markup such as {@code @|bold …|@} becomes colour where that can be shown and is wanted. */
    public Ansi ansi() {
        boolean colour = terminal.outIsTerminal() && terminal.colourAllowed() && !options.noColour();
        return colour ? Ansi.ON : Ansi.OFF;
    }
}
