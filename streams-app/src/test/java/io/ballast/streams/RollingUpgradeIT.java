/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.HistoryKeys;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.EarlierBuild;
import io.ballast.streams.testkit.GroupOnBroker;
import io.ballast.streams.testkit.HistoryParts;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.SteadyLoad;
import io.ballast.streams.testkit.UndisturbedLife;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of an earlier build are replaced one after the other under load, each on its own state directory. Which build is said by
 * {@value EarlierBuild#PROPERTY}; where the newer one is meant to give other figures, this test has to fail.
 */
@Tag("chaos")
class RollingUpgradeIT {

    private static final long SEED = 20_251_122L;
    private static final int RECORDS = 900;
    private static final int RECORDS_BEFORE = 50;
    private static final int RECORDS_AFTERWARDS = 200;
    private static final int PARTITIONS = 3;
    private static final int INSTANCES = 2;
    private static final Duration BETWEEN_RECORDS = Duration.ofMillis(60);
    /** While shares move on a busy machine topics are read further apart than the default waits for; this is not about that. */
    private static final String SEQUENCE_WAIT_MS = "30000";

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @RegisterExtension
    private static final SharedStack STACK = new SharedStack();

    @TempDir
    private Path folder;

    private final Process[] instances = new Process[INSTANCES];

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process instance : instances) {
            if (instance != null) {
                instance.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void shouldEndTheSame_whenInstancesOfAnEarlierBuildAreReplacedOneByOne() throws Exception {
        Optional<EarlierBuild> earlier = EarlierBuild.given();
        assumeTrue(
                earlier.isPresent(), "no earlier build: -D" + EarlierBuild.PROPERTY + " names the folder of its jars");
        UndisturbedLife undisturbed = UndisturbedLife.of(SEED, RECORDS, folder);
        HistoryParts history = HistoryParts.of(undisturbed.history(), RECORDS_BEFORE, RECORDS_AFTERWARDS);
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "upgraded.", PARTITIONS)) {
            topics.send(history.before());
            BallastConfig any = BallastConfig.of(undisturbed.settings(topics, "any"));
            try (SteadyLoad load = SteadyLoad.start(topics, history.meanwhile(), BETWEEN_RECORDS);
                    GroupOnBroker group = GroupOnBroker.of(any)) {
                for (int i = 0; i < INSTANCES; i++) {
                    instances[i] = earlier.get().start(settings(undisturbed, topics, i), log("earlier", i));
                }
                group.awaitInstances(INSTANCES);
                topics.awaitSome(Topic.POSITION_RISK, PositionRisk.class, PATIENCE);
                for (int i = 0; i < INSTANCES; i++) {
                    replace(i, settings(undisturbed, topics, i));
                    group.awaitInstances(INSTANCES);
                }
                load.awaitEnd(PATIENCE);
            }
            topics.send(history.afterwards());
            CommittedInput.awaitProcessed(any, PATIENCE);
            assertThat(instances).allMatch(Process::isAlive);
            undisturbed.assertSame(topics);
        }
    }

    private void replace(int number, Map<String, String> settings) throws IOException, InterruptedException {
        instances[number].destroy();
        assertThat(instances[number].waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ends in order")
                .isTrue();
        instances[number] = ChildApplication.start(settings, log("newer", number));
    }

    private static Map<String, String> settings(UndisturbedLife undisturbed, LiveTopics topics, int number) {
        Map<String, String> settings = undisturbed.settings(topics, "instance-" + number);
        settings.put(HistoryKeys.SEQUENCE_WAIT_MS, SEQUENCE_WAIT_MS);
        return settings;
    }

    private static Path log(String build, int number) {
        return Path.of("target", "upgrade-" + build + "-" + number + ".log");
    }
}
