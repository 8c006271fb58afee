/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.terminal;

import java.util.List;

/** A block of lines on standard output that is redrawn in place. For terminals only; one thread. */
public final class Frame {
    private static final String CLEAR_LINE_END = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private final Terminal terminal;
    private int linesDrawn;

    public Frame(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Puts these lines where the last ones were; a line wider than the terminal is cut, or it would wrap and shift the rest. */
    public void draw(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (linesDrawn > 0) {
            text.append("\033[").append(linesDrawn).append('A').append('\r');
        }
        for (String line : lines) {
            text.append(cut(line)).append(CLEAR_LINE_END).append('\n');
        }
        terminal.out().print(text.append(CLEAR_BELOW));
        terminal.out().flush();
        linesDrawn = lines.size();
    }

    private String cut(String line) {
        return line.length() < terminal.columns() ? line : line.substring(0, terminal.columns() - 1);
    }
}
