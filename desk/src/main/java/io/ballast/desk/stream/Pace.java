/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import java.util.function.LongSupplier;

/**
 * Says when something that costs time is done again: five times a second at most, and so rarely that at most a twentieth of the time
 * goes into it, and no more than its share of the time for all such things. Not thread-safe.
 */
final class Pace {
    private static final long COST_FACTOR = 20;
    private static final long LEAST_PAUSE_NANOS = 200_000_000;

    private final LongSupplier nanos;
    private final SharedTime shared;
    private boolean done;
    private long dueNanos;

    Pace(LongSupplier nanos, SharedTime shared) {
        this.nanos = nanos;
        this.shared = shared;
    }

    /** Does it if it is due. */
    void ifDue(Runnable work) {
        if (done && nanos.getAsLong() - dueNanos < 0) {
            return;
        }
        SharedTime.Spent spent = shared.spend(this, work);
        done = true;
        long pause = Math.max(COST_FACTOR * spent.nanos(), spent.turnNanos());
        dueNanos = spent.at() + Math.max(LEAST_PAUSE_NANOS, pause);
    }
}
