/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.producers.waiting.Pause;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits until the time is over or somebody says stop. Thread-safe. */
final class StoppablePause implements Pause {
    private final CountDownLatch stopped = new CountDownLatch(1);

    void stop() {
        stopped.countDown();
    }

    @Override
    public boolean of(Duration duration) {
        try {
            return !stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
