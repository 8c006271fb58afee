/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.testkit.GroupOnBroker;
import io.ballast.streams.testkit.LeakingApplication;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.SteadyLoad;
import io.ballast.streams.testkit.UndisturbedLife;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One of two instances runs out of memory while it works: it ends rather than go on with half of its threads. */
@Tag("chaos")
class OutOfMemoryIT {

    private static final long SEED = 20_251_122L;
    private static final int RECORDS = 600;
    private static final Duration BETWEEN_RECORDS = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Nobody else can end what it had begun. */
    private static final String TRANSACTION_TIMEOUT_MS = "3000";

    @RegisterExtension
    private static final SharedStack STACK = SharedStack.impatient();

    @TempDir
    private Path folder;

    @Test
    void shouldEndAndLeaveTheWorkToAnother() throws Exception {
        UndisturbedLife undisturbed = UndisturbedLife.of(SEED, RECORDS, folder);
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "memory.", 3)) {
            Map<String, String> mortal = undisturbed.settings(topics, "leaking");
            mortal.put(BallastKeys.TRANSACTION_TIMEOUT_MS, TRANSACTION_TIMEOUT_MS);
            Process leaking = LeakingApplication.start(mortal, folder.resolve("leaking.log"));
            BallastConfig settings = BallastConfig.of(undisturbed.settings(topics, "heir"));
            try (SteadyLoad load = SteadyLoad.start(topics, undisturbed.history(), BETWEEN_RECORDS)) {
                topics.awaitSome(Topic.POSITION_RISK, PositionRisk.class, PATIENCE);
                try (RiskApplication heir = RiskApplication.start(settings)) {
                    LeakingApplication.leak(leaking);
                    assertThat(leaking.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                            .isTrue();
                    assertThat(leaking.exitValue()).isEqualTo(LeakingApplication.OUT_OF_MEMORY);
                    load.awaitEnd(PATIENCE);
                    awaitWhatItHadBegunIsOver(settings);
                    CommittedInput.awaitProcessed(settings, PATIENCE);
                    assertThat(heir.failure()).isEmpty();
                }
            } finally {
                leaking.destroyForcibly().waitFor();
            }
            undisturbed.assertSame(topics);
        }
    }

    /** Until then nobody sees what comes after it, and it looks as if there were nothing left to process. */
    private static void awaitWhatItHadBegunIsOver(BallastConfig settings) {
        try (GroupOnBroker group = GroupOnBroker.of(settings)) {
            group.awaitNoTransaction();
        }
    }
}
