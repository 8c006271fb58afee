/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.child;

import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Ballast in a process of its own, which can be killed. Its argument is a file of settings. It says {@value #RUNNING} when it
 * runs, answers {@value #HEAP} on its standard input with the bytes of heap in use after full collections and {@value #POOLS} with the
 * number of pools that it has books of, and ends with its input.
 */
final class ChildProcess {

    static final String RUNNING = "running";
    static final String HEAP = "heap";
    static final String POOLS = "pools";
    private static final int COLLECTIONS = 3;
    private static final Duration START = Duration.ofMinutes(10);

    private ChildProcess() {}

    public static void main(String[] arguments) throws Exception {
        BallastConfig config = BallastConfig.load(Optional.of(Path.of(arguments[0])), Map.of(), Map.of());
        try (RiskApplication application = RiskApplication.start(config);
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            application.awaitRunning(START);
            System.out.println(RUNNING);
            answer(questions, application);
        }
        // Where the broker is gone, threads may be left that wait for it.
        System.exit(0);
    }

    private static void answer(BufferedReader questions, RiskApplication application) throws IOException {
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            if (question.equals(HEAP)) {
                System.out.println(HEAP + " " + heapInUse());
            } else if (question.equals(POOLS)) {
                System.out.println(POOLS + " " + application.counters().pools());
            }
        }
    }

    private static long heapInUse() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
