/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import java.util.function.LongSupplier;

/** Splits a run into phases. One thread. */
final class Stopwatch {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoTime;
    private final long begin;
    private long phaseBegin;

    /** @param nanoTime  a clock such as {@link System#nanoTime()} */
    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.phaseBegin = begin;
    }

    /** Seconds since the last phase ended, which ends this one. */
    double endPhase() {
        long now = nanoTime.getAsLong();
        double seconds = (now - phaseBegin) / NANOS_PER_SECOND;
        phaseBegin = now;
        return seconds;
    }

    /** Seconds since the start. */
    double total() {
        return (nanoTime.getAsLong() - begin) / NANOS_PER_SECOND;
    }
}
