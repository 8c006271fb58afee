/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kill;

import io.ballast.benchmarks.process.Questions;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Ballast in a process of its own, which can be killed. Its argument is a file of settings. */
final class ChildProcess {

    private static final Duration START = Duration.ofMinutes(10);

    private ChildProcess() {}

    public static void main(String[] arguments) throws Exception {
        BallastConfig config = BallastConfig.load(Optional.of(Path.of(arguments[0])), Map.of(), Map.of());
        try (RiskApplication application = RiskApplication.start(config)) {
            application.awaitRunning(START);
            Questions.answer(config.applicationId());
        }
        // Where the broker is gone, threads may be left that wait for it.
        System.exit(0);
    }
}
