/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.schema.DeadLetter;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.LastingFigures;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed again and again while it works; nothing shows in the end. */
class TopologyKilledIT {

    private static final long SEED = 20_251_122L;
    private static final int RECORDS = 600;
    private static final int LIVES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    private static final SharedStack STACK = new SharedStack();

    @TempDir
    private Path folder;

    @Test
    void shouldEndWithTheFiguresOfAnUninterruptedLife() throws Exception {
        List<TestRecord> history = Histories.random(SEED, RECORDS);
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "killed.", 3)) {
            int part = history.size() / LIVES;
            for (int life = 0; life < LIVES - 1; life++) {
                topics.send(history.subList(life * part, (life + 1) * part));
                liveAndDie(topics);
            }
            topics.send(history.subList((LIVES - 1) * part, history.size()));
            Process last = start(topics);
            awaitCaughtUp(topics);
            last.destroy();
            assertThat(last.waitFor()).isEqualTo(143);

            LastingFigures.assertSame(topics.latest(Topic.POSITION_RISK, PositionRisk.class), expected(history));
            assertThat(topics.read(Topic.DEAD_LETTERS, DeadLetter.class)).isEmpty();
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
        return ChildApplication.start(topics.settings(folder.resolve("state")), folder.resolve("child.log"));
    }

    private void awaitCaughtUp(LiveTopics topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", STACK.get().bootstrapServers()))) {
            InputLag lag = new InputLag(admin, topics.config(folder));
            await().atMost(PATIENCE).until(() -> lag.offsets() == 0);
        }
    }

    private Map<String, PositionRisk> expected(List<TestRecord> history) {
        try (BookDriver books = BookDriver.open(folder)) {
            return books.feed(history).risk();
        }
    }
}
