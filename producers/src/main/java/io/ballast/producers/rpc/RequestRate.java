/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import io.ballast.producers.waiting.Pause;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Keeps calls to a rate: each waits until its turn. Mutable, single-threaded. */
final class RequestRate {

    private static final double NANOS_PER_S = 1e9;

    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private long nextNanos;

    /** @param perSecond  above 0 */
    RequestRate(double perSecond, LongSupplier nanoTime, Pause pause) {
        this.intervalNanos = (long) (NANOS_PER_S / perSecond);
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.nextNanos = nanoTime.getAsLong();
    }

    /** Returns when it is the next call's turn; false if it is to stop. */
    boolean await() {
        long wait = nextNanos - nanoTime.getAsLong();
        nextNanos = Math.max(nextNanos, nanoTime.getAsLong()) + intervalNanos;
        return wait <= 0 || pause.of(Duration.ofNanos(wait));
    }
}
