/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tells how a producer stands: now and then in a line, and by the alive file after each step that finds it well.
 *
 * @param <P>  what it tells of itself
 */
final class Progress<P> implements Consumer<P> {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final AliveFile alive;
    private final InstantSource clock;
    private final PrintStream out;
    private final Predicate<P> isWell;
    private final Function<P, String> line;
    private Instant lastLine;
    private P latest;

    /**
     * @param isWell  whether somebody who looks after it may be content
     * @param line  how it stands, for people
     */
    Progress(AliveFile alive, InstantSource clock, PrintStream out, Predicate<P> isWell, Function<P, String> line) {
        this.alive = alive;
        this.clock = clock;
        this.out = out;
        this.isWell = isWell;
        this.line = line;
        this.lastLine = clock.instant();
    }

    @Override
    public void accept(P progress) {
        if (isWell.test(progress)) {
            alive.touch();
        }
        latest = progress;
        if (Duration.between(lastLine, clock.instant()).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = clock.instant();
            print();
        }
    }

    /** The last line of all. */
    void last() {
        if (latest != null) {
            print();
        }
    }

    private void print() {
        out.println(line.apply(latest));
        out.flush();
    }
}
