/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import java.time.Duration;

/**
 * Counts the time in which records could have come: a stall, in which nothing was read, counts as a step or two and not as a
 * wait. Mutable and single-threaded.
 */
final class PatientClock {

    private final long longestStepMs;
    private long lastMs;
    private long countedMs;

    /** @param step  how often it is told the time when nothing stalls */
    PatientClock(Duration step, long nowMs) {
        this.longestStepMs = 2 * step.toMillis();
        this.lastMs = nowMs;
    }

    /** It is now. */
    void tell(long nowMs) {
        countedMs += Math.max(0, Math.min(nowMs - lastMs, longestStepMs));
        lastMs = nowMs;
    }

    /** Time counted so far. */
    long countedMs() {
        return countedMs;
    }
}
