/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.terminal;

import java.util.Locale;

/** One line on standard error that shows how far something is; silent where no person looks. One thread. */
public final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 30;
    private static final String BACK_AND_CLEAR = "\r\033[K";

    private final Terminal terminal;
    private final String what;
    private boolean drawn;

    public ProgressBar(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /**
     * Draws it anew.
     *
     * @param done  how many so far, at least 0
     * @param total  how many in all; 0 while that is not known
     * @param seconds  since the start
     */
    public void show(long done, long total, double seconds) {
        if (terminal.errIsTerminal()) {
            terminal.err().print(BACK_AND_CLEAR + line(what, done, total, seconds));
            terminal.err().flush();
            drawn = true;
        }
    }

    static String line(String what, long done, long total, double seconds) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s: %,d  %.0f s", what, done, seconds);
        }
        int full = (int) Math.min(CELLS, CELLS * done / total);
        return String.format(
                Locale.ROOT,
                "%s: [%s%s] %3d %%  %,d of %,d  %.0f s",
                what,
                "#".repeat(full),
                ".".repeat(CELLS - full),
                Math.min(100, 100 * done / total),
                done,
                total,
                seconds);
    }

    /** Wipes the line, so that what follows starts on an empty one. */
    @Override
    public void close() {
        if (drawn) {
            terminal.err().print(BACK_AND_CLEAR);
            terminal.err().flush();
        }
    }
}
