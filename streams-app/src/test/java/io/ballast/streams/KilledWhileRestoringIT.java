/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.TestRecord;
import io.ballast.streams.testkit.UndisturbedLife;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed again while it gets its stores back after a kill; half a store is not taken for a whole one. */
@Tag("chaos")
class KilledWhileRestoringIT {

    private static final long SEED = 20_251_122L;
    private static final int RECORDS = 600;
    private static final int RECORDS_BEFORE = 400;
    private static final int LIVES = 2;

    /** Of some 30; those with much in them come last. */
    private static final int SOME_STORES = 5;

    /** What {@link Restoration} says of a store. */
    private static final String BEGUN = "Restoring ";

    private static final String BACK = "Restored ";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Record by record, so that it takes long enough to be killed meanwhile. */
    private static final String RESTORED_AT_A_TIME = "kafka.streams.restore.consumer.max.poll.records";

    @RegisterExtension
    private static final SharedStack STACK = SharedStack.impatient();

    @TempDir
    private Path folder;

    private UndisturbedLife undisturbed;

    @Test
    void shouldEndWithTheFiguresAndAlertsOfAnUninterruptedLife() throws Exception {
        undisturbed = UndisturbedLife.of(SEED, RECORDS, folder);
        List<TestRecord> history = undisturbed.history();
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "restoring.", 1)) {
            topics.send(history.subList(0, RECORDS_BEFORE));
            Process first = ChildApplication.start(settings(topics), folder.resolve("first.log"));
            awaitProcessed(topics);
            first.destroyForcibly().waitFor();
            for (int life = 0; life < LIVES; life++) {
                restoreAndDie(topics, folder.resolve("life-" + life + ".log"));
            }

            topics.send(history.subList(RECORDS_BEFORE, history.size()));
            try (RiskApplication last = RiskApplication.start(BallastConfig.of(settings(topics)))) {
                awaitProcessed(topics);
                assertThat(last.failure()).isEmpty();
                assertThat(last.restoration().restored()).isPositive();
            }
            undisturbed.assertSame(topics);
        }
    }

    private void restoreAndDie(LiveTopics topics, Path log) throws IOException, InterruptedException {
        Map<String, String> slow = settings(topics);
        slow.put(RESTORED_AT_A_TIME, "1");
        Process process = ChildApplication.start(slow, log);
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> isMidway(log));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(lines(log, BACK))
                .as("stores that it had back when it was killed")
                .isLessThan(lines(log, BEGUN));
    }

    /** The next store may begin a moment after one is back. */
    private static boolean isMidway(Path log) {
        return lines(log, BACK) >= SOME_STORES && lines(log, BEGUN) > lines(log, BACK);
    }

    private static long lines(Path log, String with) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains(with))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings(LiveTopics topics) {
        return undisturbed.settings(topics, "state");
    }

    private void awaitProcessed(LiveTopics topics) {
        CommittedInput.awaitProcessed(BallastConfig.of(settings(topics)), PATIENCE);
    }
}
