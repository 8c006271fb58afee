/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.LastingFigures;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One instance works, a second keeps copies of its stores; the first is killed. */
@Tag("fault")
class StandbyTakesOverIT {

    private static final long SEED = 20_261_127L;
    private static final int RECORDS = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void shouldGoOnFromItsCopiesWithTheSameFigures() throws Exception {
        List<TestRecord> history = Histories.random(SEED, RECORDS);
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults());
                LiveTopics topics = LiveTopics.create(stack, "standby.", 1)) {
            topics.send(history.subList(0, RECORDS / 2));
            Process worker =
                    ChildApplication.start(settings(topics, "worker"), Path.of("target", "standby-worker.log"));
            try {
                CommittedInput.awaitProcessed(topics.config(folder), PATIENCE);
                try (RiskApplication standby = RiskApplication.start(BallastConfig.of(settings(topics, "standby")))) {
                    await().atMost(PATIENCE).until(() -> hasCopies(standby.restoration()));
                    worker.destroyForcibly().waitFor();
                    topics.send(history.subList(RECORDS / 2, history.size()));
                    CommittedInput.awaitProcessed(topics.config(folder), PATIENCE);
                    assertThat(standby.restoration().restored())
                            .as("records that it had to read again")
                            .isLessThan(standby.restoration().copied() / 10);
                }
            } finally {
                worker.destroyForcibly();
            }

            LastingFigures.assertSame(topics.latest(Topic.POSITION_RISK, PositionRisk.class), expected(history));
            assertThat(topics.read(Topic.DEAD_LETTERS, DeadLetter.class)).isEmpty();
        }
    }

    private Map<String, String> settings(LiveTopics topics, String instance) {
        Map<String, String> settings = topics.settings(folder.resolve(instance));
        settings.put(BallastKeys.STANDBYS, "1");
        return settings;
    }

    private static boolean hasCopies(Restoration restoration) {
        return restoration.copied() > 0 && restoration.copiesBehind() <= 3L * restoration.copies();
    }

    private Map<String, PositionRisk> expected(List<TestRecord> history) {
        try (BookDriver books = BookDriver.open(folder)) {
            return books.feed(history).risk();
        }
    }
}
