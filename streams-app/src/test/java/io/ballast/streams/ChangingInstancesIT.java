/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.HistoryParts;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.SteadyLoad;
import io.ballast.streams.testkit.UndisturbedLife;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Work goes from one instance to another while it comes in; nothing shows in the end. */
@Tag("fault")
class ChangingInstancesIT {

    private static final long SEED = 20_251_122L;
    private static final int RECORDS = 600;
    private static final int RECORDS_BEFORE = 50;
    private static final int RECORDS_AFTERWARDS = 200;
    private static final int PARTITIONS = 3;
    private static final Duration BETWEEN_RECORDS = Duration.ofMillis(15);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Shorter than the time until the broker misses an instance that is paused. */
    private static final String TRANSACTION_TIMEOUT_MS = "5000";

    @RegisterExtension
    private static final SharedStack STACK = new SharedStack();

    @TempDir
    private Path folder;

    private UndisturbedLife undisturbed;
    private HistoryParts history;

    @BeforeEach
    void makeHistory() throws IOException {
        undisturbed = UndisturbedLife.of(SEED, RECORDS, folder);
        history = HistoryParts.of(undisturbed.history(), RECORDS_BEFORE, RECORDS_AFTERWARDS);
    }

    @Test
    void shouldEndTheSame_whenInstancesJoinAndLeave() throws Exception {
        try (LiveTopics topics = topics("joined.");
                SteadyLoad load = SteadyLoad.start(topics, history.meanwhile(), BETWEEN_RECORDS);
                RiskApplication first = start(topics, "first")) {
            topics.awaitSome(Topic.POSITION_RISK, PositionRisk.class, PATIENCE);
            try (RiskApplication second = start(topics, "second");
                    RiskApplication third = start(topics, "third")) {
                second.awaitRunning(PATIENCE);
                third.awaitRunning(PATIENCE);
                leave(first);
                leave(third);
                load.awaitEnd(PATIENCE);
                topics.send(history.afterwards());
                awaitCaughtUp(topics);
                assertThat(second.failure()).isEmpty();
                assertThat(second.counters().records()).isPositive();
            }
            undisturbed.assertSame(topics);
        }
    }

    @Test
    void shouldDoubleNothing_whenAPausedInstanceWakesUp() throws Exception {
        try (LiveTopics topics = topics("paused.")) {
            Process sleeper = ChildApplication.start(settings(topics, "sleeper"), folder.resolve("sleeper.log"));
            try (SteadyLoad load = SteadyLoad.start(topics, history.meanwhile(), BETWEEN_RECORDS)) {
                topics.awaitSome(Topic.POSITION_RISK, PositionRisk.class, PATIENCE);
                signal("-STOP", sleeper);
                try (RiskApplication heir = start(topics, "heir")) {
                    load.awaitEnd(PATIENCE);
                    awaitCaughtUp(topics);
                    signal("-CONT", sleeper);
                    assertThat(heir.failure()).isEmpty();
                }
                topics.send(history.afterwards());
                awaitCaughtUp(topics);
                sleeper.destroy();
                assertThat(sleeper.waitFor()).isEqualTo(143);
            } finally {
                sleeper.destroyForcibly().waitFor();
            }
            undisturbed.assertSame(topics);
        }
    }

    /** With something on them, so that the broker is done with making them. */
    private LiveTopics topics(String prefix) {
        LiveTopics topics = LiveTopics.create(STACK.get(), prefix, PARTITIONS);
        topics.send(history.before());
        return topics;
    }

    private RiskApplication start(LiveTopics topics, String instance) {
        return RiskApplication.start(BallastConfig.of(settings(topics, instance)));
    }

    private static void leave(RiskApplication instance) {
        instance.close();
        assertThat(instance.failure()).isEmpty();
    }

    private Map<String, String> settings(LiveTopics topics, String instance) {
        Map<String, String> settings = undisturbed.settings(topics, instance);
        settings.put(BallastKeys.TRANSACTION_TIMEOUT_MS, TRANSACTION_TIMEOUT_MS);
        return settings;
    }

    private void awaitCaughtUp(LiveTopics topics) {
        CommittedInput.awaitProcessed(BallastConfig.of(settings(topics, "any")), PATIENCE);
    }

    private static void signal(String signal, Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).as("kill %s", signal).isZero();
    }
}
