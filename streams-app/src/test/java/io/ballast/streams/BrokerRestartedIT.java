/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.schema.Alert;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.RestartableStack;
import io.ballast.streams.testkit.SteadyLoad;
import io.ballast.streams.testkit.UndisturbedLife;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker and registry go away while the application works, and come back; it waits for them, and nothing shows in the end. */
@Tag("fault")
class BrokerRestartedIT {

    private static final long SEED = 20_251_122L;
    private static final int RECORDS = 600;
    private static final Duration BETWEEN_RECORDS = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private interface Fault {
        void befalls(RestartableStack stack) throws Exception;
    }

    @Test
    @Tag("chaos")
    void shouldEndTheSame_whenTheyAreStoppedAndStarted() throws Exception {
        shouldEndTheSameAfter(RestartableStack::restart);
    }

    @Test
    void shouldEndTheSame_whenTheyAreKilledAndStarted() throws Exception {
        shouldEndTheSameAfter(RestartableStack::killAndRestart);
    }

    private void shouldEndTheSameAfter(Fault fault) throws Exception {
        UndisturbedLife undisturbed = UndisturbedLife.of(SEED, RECORDS, folder);
        try (RestartableStack stack = RestartableStack.start(folder.resolve("stack"));
                LiveTopics topics = LiveTopics.create(stack.get(), "restarted.", 3);
                RiskApplication application =
                        RiskApplication.start(BallastConfig.of(undisturbed.settings(topics, "state")));
                SteadyLoad load = SteadyLoad.start(topics, undisturbed.history(), BETWEEN_RECORDS)) {
            topics.awaitSome(Topic.ALERTS, Alert.class, PATIENCE);

            fault.befalls(stack);

            load.awaitEnd(PATIENCE);
            await().atMost(PATIENCE).until(() -> application.inputLag().offsets() == 0);
            assertThat(application.failure()).isEmpty();
            undisturbed.assertSame(topics);
        }
    }
}
