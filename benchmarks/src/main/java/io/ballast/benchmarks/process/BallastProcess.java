/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.process;

import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Ballast in a process of its own, which can be killed. Its argument is a file of settings. */
public final class BallastProcess {

    private static final Duration START = Duration.ofMinutes(10);
    private static final String POOLS = "pools";

    private BallastProcess() {}

    public static void main(String[] arguments) throws Exception {
        BallastConfig config = BallastConfig.load(Optional.of(Path.of(arguments[0])), Map.of(), Map.of());
        try (RiskApplication application = RiskApplication.start(config)) {
            application.awaitRunning(START);
            Questions.answer(
                    config.applicationId(),
                    Map.of(POOLS, () -> application.counters().pools()));
        }
        // Where the broker is gone, threads may be left that wait for it.
        System.exit(0);
    }

    /**
     * Starts one.
     *
     * @param name  of a state directory of its own, with what an earlier one of that name left there
     * @param heap  as for -Xmx
     * @param folder  for settings and logs
     */
    public static Child start(Map<String, String> settings, String name, String heap, Path folder) throws IOException {
        Map<String, String> own = new HashMap<>(settings);
        own.merge(BallastKeys.STATE_DIR, "-" + name, String::concat);
        return new Child(BallastProcess.class, own, name, heap, folder);
    }

    /** Pools that it has books of: none where it stands by. */
    public static long pools(Child ballast) throws IOException {
        return ballast.ask(POOLS);
    }
}
