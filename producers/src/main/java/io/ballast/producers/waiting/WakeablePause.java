/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.waiting;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits until the time is over, somebody says that there is something to do, or says stop. What is said while nobody waits ends the
 * next wait at once. Thread-safe.
 */
public final class WakeablePause implements Pause {

    private final Semaphore signals = new Semaphore(0);
    private volatile boolean stopped;

    /** There is something to do. */
    public void wake() {
        signals.release();
    }

    /** For good. */
    public void stop() {
        stopped = true;
        wake();
    }

    @Override
    public boolean of(Duration duration) {
        try {
            if (!stopped && signals.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                signals.drainPermits();
            }
            return !stopped;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
