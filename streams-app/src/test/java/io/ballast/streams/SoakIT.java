/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.ClientKind;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.GroupOnBroker;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.SteadyLoad;
import io.ballast.streams.testkit.TestRecord;
import io.ballast.streams.testkit.UndisturbedLife;
import io.ballast.streams.testkit.WatchedApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Minutes of load on two instances, one of which is killed and started again all the time. Not part of the usual build. */
@Tag("long")
class SoakIT {

    private static final long SEED = 20_261_128L;
    private static final int RECORDS_PER_SECOND = 5;
    private static final int RECORDS_BEFORE = 50;
    private static final Duration LOAD = Duration.ofSeconds(Long.getLong("soak.seconds", 180));
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Topics, classes and compiled code are there by then. */
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(3);

    /** After a kill, until all but the last second's records are processed. */
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(60);

    /** Of the heap that the surviving instance has after a collection, over the second half of the time. */
    private static final double MOST_GROWTH_PER_MINUTE = 0.02;

    /** Rows are dropped from memory long before the end. */
    private static final String ROWS_IN_MEMORY = "200";

    private static final String TRANSACTION_TIMEOUT_MS = "10000";

    @RegisterExtension
    private static final SharedStack STACK = SharedStack.impatient();

    @TempDir
    private Path folder;

    private UndisturbedLife undisturbed;

    @Test
    void shouldKeepHeapAndLagFlatAndEndTheSame() throws Exception {
        undisturbed = UndisturbedLife.of(SEED, RECORDS_BEFORE + (int) LOAD.toSeconds() * RECORDS_PER_SECOND, folder);
        List<TestRecord> history = undisturbed.history();
        Path notes = folder.resolve("heap");
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "soak.", 2)) {
            Process steady = WatchedApplication.start(settings(topics, "steady"), folder.resolve("steady.log"), notes);
            try {
                topics.send(history.subList(0, RECORDS_BEFORE));
                CommittedInput.awaitProcessed(config(topics), STARTED_WITHIN);
                soak(topics, history.subList(RECORDS_BEFORE, history.size()));
                assertThat(steady.isAlive()).isTrue();
            } finally {
                steady.destroyForcibly().waitFor();
            }
            assertThat(WatchedApplication.growthPerMinute(notes))
                    .as("growth of the heap in a minute")
                    .isLessThan(MOST_GROWTH_PER_MINUTE);
            undisturbed.assertSame(topics);
        }
    }

    private void soak(LiveTopics topics, List<TestRecord> records) throws Exception {
        Duration between = Duration.ofSeconds(1).dividedBy(RECORDS_PER_SECOND);
        try (SteadyLoad load = SteadyLoad.start(topics, records, between)) {
            killAgainAndAgain(topics, load);
            load.awaitEnd(PATIENCE);
            CommittedInput.awaitProcessed(config(topics), CAUGHT_UP_WITHIN);
        }
    }

    private void killAgainAndAgain(LiveTopics topics, SteadyLoad load) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(config(topics).kafka(ClientKind.ADMIN));
                GroupOnBroker group = GroupOnBroker.of(config(topics))) {
            InputLag lag = new InputLag(admin, config(topics));
            group.awaitInstances(1);
            while (!load.isOver()) {
                Process mortal = ChildApplication.start(settings(topics, "mortal"), folder.resolve("mortal.log"));
                try {
                    group.awaitInstances(2);
                    awaitFlat(lag);
                } finally {
                    mortal.destroyForcibly().waitFor();
                }
                group.awaitInstances(1);
                awaitFlat(lag);
            }
        }
    }

    private static void awaitFlat(InputLag lag) {
        await().atMost(CAUGHT_UP_WITHIN)
                .untilAsserted(() -> assertThat(lag.offsets()).as("input lag").isLessThanOrEqualTo(RECORDS_PER_SECOND));
    }

    private BallastConfig config(LiveTopics topics) {
        return BallastConfig.of(settings(topics, "none"));
    }

    private Map<String, String> settings(LiveTopics topics, String instance) {
        Map<String, String> settings = undisturbed.settings(topics, instance);
        settings.put(BallastKeys.TRANSACTION_TIMEOUT_MS, TRANSACTION_TIMEOUT_MS);
        settings.put(BallastKeys.ROWS_IN_MEMORY, ROWS_IN_MEMORY);
        return settings;
    }
}
