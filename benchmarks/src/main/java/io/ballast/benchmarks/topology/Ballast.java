/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.topology;

import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The product itself, started as its users start it. */
public final class Ballast implements MeasuredApplication {

    private final RiskApplication application;

    public Ballast(BallastConfig config) {
        application = RiskApplication.start(config);
    }

    @Override
    public void awaitRunning(Duration atMost) throws InterruptedException, TimeoutException {
        application.awaitRunning(atMost);
    }

    @Override
    public Optional<Throwable> failure() {
        return application.failure();
    }

    @Override
    public void close() {
        application.close();
    }
}
