/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.producers.follow.FollowProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Tells how far a follower is: now and then in a line, and by the alive file after each step. */
final class Progress implements Consumer<FollowProgress> {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final AliveFile alive;
    private final InstantSource clock;
    private final PrintStream out;
    private Instant lastLine;
    private FollowProgress latest;

    Progress(AliveFile alive, InstantSource clock, PrintStream out) {
        this.alive = alive;
        this.clock = clock;
        this.out = out;
        this.lastLine = clock.instant();
    }

    @Override
    public void accept(FollowProgress progress) {
        alive.touch();
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
        out.println("block " + latest.block().map(Object::toString).orElse("-") + " of " + latest.head() + ", final "
                + latest.finalBlock().map(Object::toString).orElse("-") + ", lag " + latest.lag() + ": "
                + latest.counts().logs() + " logs, " + latest.counts().records() + " records written, "
                + latest.counts().reorgs() + " reorganisations (deepest "
                + latest.counts().deepestReorg() + ", " + latest.counts().retractedLogs() + " logs taken back), "
                + latest.rpc().calls() + " calls, failed: " + latest.rpc().failures() + ", fail-overs "
                + latest.rpc().failOvers());
        out.flush();
    }
}
