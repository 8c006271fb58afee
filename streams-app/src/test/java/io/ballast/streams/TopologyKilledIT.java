/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.TestRecord;
import io.ballast.streams.testkit.UndisturbedLife;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed again and again while it works; nothing shows in the end. */
@Tag("fault")
class TopologyKilledIT {

    private static final long SEED = 20_251_122L;
    private static final int RECORDS = 600;
    private static final int LIVES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    private static final SharedStack STACK = new SharedStack();

    @TempDir
    private Path folder;

    private UndisturbedLife undisturbed;

    @BeforeEach
    void makeHistory() throws IOException {
        undisturbed = UndisturbedLife.of(SEED, RECORDS, folder);
    }

    @Test
    void shouldEndWithTheFiguresAndAlertsOfAnUninterruptedLife() throws Exception {
        List<TestRecord> history = undisturbed.history();
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "killed.", 3)) {
            int part = history.size() / LIVES;
            for (int life = 0; life < LIVES - 1; life++) {
                topics.send(history.subList(life * part, (life + 1) * part));
                liveAndDie(topics);
            }
            topics.send(history.subList((LIVES - 1) * part, history.size()));
            Process last = start(topics);
            CommittedInput.awaitProcessed(BallastConfig.of(settings(topics)), PATIENCE);
            last.destroy();
            assertThat(last.waitFor()).isEqualTo(143);

            undisturbed.assertSame(topics);
        }
    }

    /** Dies as soon as it has published something in this life, most likely with more to do. */
    private void liveAndDie(LiveTopics topics) throws IOException, InterruptedException {
        int before = topics.read(Topic.POSITION_RISK, PositionRisk.class).size();
        Process process = start(topics);
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() ->
                            topics.read(Topic.POSITION_RISK, PositionRisk.class).size() > before);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(LiveTopics topics) throws IOException {
        return ChildApplication.start(settings(topics), folder.resolve("child.log"));
    }

    private Map<String, String> settings(LiveTopics topics) {
        return undisturbed.settings(topics, "state");
    }
}
