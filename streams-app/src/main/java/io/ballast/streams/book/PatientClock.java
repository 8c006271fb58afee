/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import java.time.Duration;

/**
 * Counts the time in which a missing record could have come. A stall, in which nothing was read, counts as a step or two. Time
 * in which there is a backlog counts a tenth, since the missing record may be in it: the thread is at work on what it has, or
 * event time passes much faster than the clock. Mutable and single-threaded.
 */
final class PatientClock {

    private static final int BACKLOG = 10;

    private final long longestStepMs;
    private long lastMs;
    private long lastBusyMs;
    private long lastEventMs = Long.MAX_VALUE;
    private long countedTenths;

    /** @param step  how often it is told the time when nothing stalls */
    PatientClock(Duration step, long nowMs, long busyMs) {
        this.longestStepMs = 2 * step.toMillis();
        this.lastMs = nowMs;
        this.lastBusyMs = busyMs;
    }

    /**
     * It is now.
     *
     * @param busyMs  time that the thread has spent on records so far
     * @param eventTimeMs  event time that the task has come to
     */
    void tell(long nowMs, long busyMs, long eventTimeMs) {
        long stepMs = Math.max(0, nowMs - lastMs);
        boolean atWork = 2 * (busyMs - lastBusyMs) > stepMs;
        boolean racing = eventTimeMs > lastEventMs && eventTimeMs - lastEventMs > BACKLOG * longestStepMs;
        countedTenths += Math.min(stepMs, longestStepMs) * (atWork || racing ? 1 : BACKLOG);
        lastMs = nowMs;
        lastBusyMs = busyMs;
        lastEventMs = eventTimeMs;
    }

    /** Time counted so far. */
    long countedMs() {
        return countedTenths / BACKLOG;
    }
}
