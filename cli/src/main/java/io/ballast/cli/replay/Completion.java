/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.CommandFailed;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.cli.terminal.ProgressBar;
import io.ballast.streams.RiskApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waits until a topology has got through everything that lies on its input topics. One thread. */
final class Completion {
    private static final Duration STEP = Duration.ofMillis(100);
    /** A replay that does not move for so long will not move any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PreparedStack stack;
    private final RiskApplication application;
    private final InstantSource clock;

    Completion(PreparedStack stack, RiskApplication application, InstantSource clock) {
        this.stack = stack;
        this.application = application;
        this.clock = clock;
    }

    /**
     * Returns when the input is processed and that is committed, and nothing refused may yet be accepted.
     *
     * @return records that wait for what will not come any more: a pool's definition
     * @throws CommandFailed if the stack or the topology fails, or nothing moves for two minutes
     */
    long await(ProgressBar progress) throws InterruptedException {
        Instant begin = clock.instant();
        Instant lastMove = begin;
        long total = Math.max(1, application.inputLag().offsets());
        long before = Long.MAX_VALUE;
        for (long left = left(); left > 0; left = left()) {
            requireHealthy();
            if (left < before) {
                lastMove = clock.instant();
            } else if (lastMove.plus(PATIENCE).isBefore(clock.instant())) {
                throw new CommandFailed(left + " records are left and none was processed for " + PATIENCE.toSeconds() + " s");
            }
            before = left;
            progress.show(Math.max(0, total - left), total, Duration.between(begin, clock.instant()).toMillis() / 1e3);
            Thread.sleep(STEP.toMillis());
        }
        return application.counters().pending();
    }

    /** The lag twice: what is settled in between may have been taken in after the first look. */
    private long left() {
        long lag = application.inputLag().offsets();
        long unsettled = application.counters().unsettled();
        return lag + unsettled == 0 ? application.inputLag().offsets() : lag + unsettled;
    }

    /** @throws CommandFailed if the stack or the topology has failed */
    void requireHealthy() {
        stack.failure().ifPresent(failure -> {
            throw new CommandFailed("the local stack failed: " + failure.part() + ": " + failure.message());
        });
        application.failure().ifPresent(failure -> {
            throw new CommandFailed("the topology failed: " + failure.getMessage(), failure);
        });
    }
}
