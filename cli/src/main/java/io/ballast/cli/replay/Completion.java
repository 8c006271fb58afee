/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.CommandFailed;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.cli.terminal.ProgressBar;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.InputTopics;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.apache.kafka.clients.admin.Admin;

/** Waits until a topology has got through everything that lies on its input topics. One thread. */
final class Completion {
    private static final Duration STEP = Duration.ofMillis(100);
    /** A replay that does not move for so long will not move any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PreparedStack stack;
    private final RiskApplication application;
    private final BallastConfig config;
    private final InstantSource clock;

    Completion(PreparedStack stack, RiskApplication application, BallastConfig config, InstantSource clock) {
        this.stack = stack;
        this.application = application;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns when the input is processed and that is committed, and nothing refused may yet be accepted.
     *
     * @return records that wait for what will not come any more: a pool's definition
     * @throws CommandFailed if the stack or the topology fails, or nothing moves for two minutes
     */
    long awaitProcessed(ProgressBar progress) throws InterruptedException {
        try (Admin admin = Admin.create(stack.kafka())) {
            Transactions inputs = new Transactions(admin, InputTopics.of(config));
            awaitNothingLeft(inputs, progress);
        }
        return application.counters().pending();
    }

    private void awaitNothingLeft(Transactions inputs, ProgressBar progress) throws InterruptedException {
        Instant begin = clock.instant();
        Instant lastMove = begin;
        long total = Math.max(1, left(inputs));
        long before = Long.MAX_VALUE;
        for (long left = left(inputs); left > 0; left = left(inputs)) {
            requireHealthy();
            if (left < before) {
                lastMove = clock.instant();
            } else if (lastMove.plus(PATIENCE).isBefore(clock.instant())) {
                throw new CommandFailed(
                        left + " records are left and none was processed for " + PATIENCE.toSeconds() + " s");
            }
            before = left;
            progress.show(
                    Math.max(0, total - left),
                    total,
                    Duration.between(begin, clock.instant()).toMillis() / 1e3);
            Thread.sleep(STEP.toMillis());
        }
    }

    /** The backlog twice: what is settled or published in between may have been taken in after the first look. */
    private long left(Transactions inputs) {
        long backlog = inputs.unprocessed(config.applicationId());
        long unsettled =
                application.counters().unsettled() + application.counters().due();
        return backlog + unsettled == 0 ? inputs.unprocessed(config.applicationId()) : backlog + unsettled;
    }

    /**
     * Returns when what was written last can be read by everybody; the topology has been closed by then.
     *
     * @throws CommandFailed if a transaction stays open
     */
    static void awaitReadable(PreparedStack stack, String prefix, InstantSource clock) throws InterruptedException {
        Instant deadline = clock.instant().plus(PATIENCE);
        try (Admin admin = Admin.create(stack.kafka())) {
            Transactions all = new Transactions(
                    admin,
                    Arrays.stream(Topic.values())
                            .map(topic -> topic.fullName(prefix))
                            .toList());
            while (all.areOpen()) {
                if (clock.instant().isAfter(deadline)) {
                    throw new CommandFailed("a transaction stays open on the local stack: its records cannot be read");
                }
                Thread.sleep(STEP.toMillis());
            }
        }
    }

    private void requireHealthy() {
        stack.failure().ifPresent(failure -> {
            throw new CommandFailed("the local stack failed: " + failure.part() + ": " + failure.message());
        });
        application.failure().ifPresent(failure -> {
            throw new CommandFailed("the topology failed: " + failure.getMessage(), failure);
        });
    }
}
