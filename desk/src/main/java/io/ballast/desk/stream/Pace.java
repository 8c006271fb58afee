/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import java.util.function.LongSupplier;

/**
 * Says when something that costs time is done again: five times a second at most, and so rarely that at most a twentieth of the time
 * goes into it. Not thread-safe.
 */
final class Pace {
    private static final long COST_FACTOR = 20;
    private static final long LEAST_PAUSE_NANOS = 200_000_000;

    private final LongSupplier nanos;
    private boolean done;
    private long dueNanos;

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Does it if it is due. */
    void ifDue(Runnable work) {
        long now = nanos.getAsLong();
        if (done && now - dueNanos < 0) {
            return;
        }
        work.run();
        done = true;
        long cost = nanos.getAsLong() - now;
        dueNanos = now + Math.max(LEAST_PAUSE_NANOS, COST_FACTOR * cost);
    }
}
