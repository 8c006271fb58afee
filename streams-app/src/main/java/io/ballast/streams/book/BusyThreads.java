/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How long each thread has been at work on records, whichever of its tasks they were of. Thread-safe. */
final class BusyThreads {

    private final LongSupplier nanoTime;
    private final Map<Thread, Busy> threads = new ConcurrentHashMap<>();

    /** @param nanoTime  a clock such as {@link System#nanoTime()} */
    BusyThreads(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The calling thread's. */
    Busy ofThisThread() {
        return threads.computeIfAbsent(Thread.currentThread(), thread -> new Busy(nanoTime));
    }

    /** One thread's time at work; for that thread alone. */
    static final class Busy {

        private final LongSupplier nanoTime;
        private long beganNanos;
        private long nanos;

        private Busy(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
        }

        void begin() {
            beganNanos = nanoTime.getAsLong();
        }

        void end() {
            nanos += nanoTime.getAsLong() - beganNanos;
        }

        /** True until so much time has passed from now on. */
        BooleanSupplier within(Duration time) {
            long endNanos = nanoTime.getAsLong() + time.toNanos();
            return () -> nanoTime.getAsLong() - endNanos < 0;
        }

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(nanos);
        }
    }
}
