/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.kafka.CommittedOffset;
import io.ballast.benchmarks.kafka.RiskTail;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How far an application has come. */
@FunctionalInterface
interface Progress {

    Duration A_MOMENT = Duration.ofMillis(20);

    /** Waits a moment and says how many ticks are done, their results committed; of the last one perhaps a part. */
    double ticksDone();

    /** By what the application has committed of its input. */
    static Progress byInput(CommittedOffset ticks) {
        return () -> {
            LockSupport.parkNanos(A_MOMENT.toNanos());
            return ticks.getAsLong();
        };
    }

    /** By what it has published, where each tick brings one record for each position. */
    static Progress byOutput(RiskTail output, int positions) {
        return () -> {
            output.poll(A_MOMENT);
            return (double) output.seen() / positions;
        };
    }
}
