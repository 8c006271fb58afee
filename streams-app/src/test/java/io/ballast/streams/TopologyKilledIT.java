/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.schema.Alert;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.Crossings;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.LastingFigures;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.Numbering;
import io.ballast.streams.testkit.RuleSettings;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
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

    private Map<String, String> rules;

    @BeforeEach
    void writeRules() throws IOException {
        rules = RuleSettings.of(folder, new Crossings(-0.002, -0.0015).rules());
    }

    @Test
    void shouldEndWithTheFiguresAndAlertsOfAnUninterruptedLife() throws Exception {
        List<TestRecord> history = new Numbering().number(Histories.random(SEED, RECORDS));
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

            try (BookDriver undisturbed = BookDriver.open(folder, rules)) {
                undisturbed.feed(history);
                LastingFigures.assertSame(topics.latest(Topic.POSITION_RISK, PositionRisk.class), undisturbed.risk());
                assertThat(Crossings.told(alerts(topics)))
                        .as("none lost, none repeated")
                        .hasSizeGreaterThan(20)
                        .containsExactlyInAnyOrderElementsOf(Crossings.told(undisturbed.alerts()));
            }
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
        return ChildApplication.start(settings(topics), folder.resolve("child.log"));
    }

    private Map<String, String> settings(LiveTopics topics) {
        Map<String, String> settings = topics.settings(folder.resolve("state"));
        settings.putAll(rules);
        return settings;
    }

    private void awaitCaughtUp(LiveTopics topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", STACK.get().bootstrapServers()))) {
            InputLag lag = new InputLag(admin, BallastConfig.of(settings(topics)));
            await().atMost(PATIENCE).until(() -> lag.offsets() == 0);
        }
    }

    private static List<Alert> alerts(LiveTopics topics) {
        return topics.read(Topic.ALERTS, Alert.class).stream()
                .map(ConsumerRecord::value)
                .toList();
    }
}
