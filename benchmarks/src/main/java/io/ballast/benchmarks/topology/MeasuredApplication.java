/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** An application on Kafka that is being measured. Closing it commits what was processed; it can be started again later. */
public interface MeasuredApplication extends AutoCloseable {

    /**
     * Waits until it works.
     *
     * @throws TimeoutException if that takes longer
     */
    void awaitRunning(Duration atMost) throws InterruptedException, TimeoutException;

    /** What ended it; empty while it runs. */
    Optional<Throwable> failure();

    @Override
    void close();
}
