/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Holds a steady rate: what was sent is paid for by waiting before the next is sent. Single-threaded. */
public final class Throttle {

    private final double nanosPerRecord;
    private final LongSupplier nanoTime;
    private long dueNanos;
    private boolean started;

    /**
     * @param recordsPerSecond  the rate, above 0
     * @param nanoTime  a clock such as {@link System#nanoTime()}
     */
    public Throttle(double recordsPerSecond, LongSupplier nanoTime) {
        if (!(recordsPerSecond > 0) || Double.isInfinite(recordsPerSecond)) {
            throw new IllegalArgumentException("recordsPerSecond " + recordsPerSecond + " is not above 0");
        }
        this.nanosPerRecord = 1e9 / recordsPerSecond;
        this.nanoTime = nanoTime;
    }

    /** How long to wait before sending more; zero when nothing is owed. */
    public Duration wait(int justSent) {
        long now = nanoTime.getAsLong();
        // Idle time is not saved up: a pause is not followed by a burst.
        long from = started ? Math.max(dueNanos, now) : now;
        started = true;
        dueNanos = from + Math.round(justSent * nanosPerRecord);
        return Duration.ofNanos(Math.max(0, dueNanos - now));
    }
}
