/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.testkit.GroupOnBroker;
import io.ballast.streams.testkit.HistoryParts;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.ProxiedStack;
import io.ballast.streams.testkit.SteadyLoad;
import io.ballast.streams.testkit.UndisturbedLife;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network between an instance and the broker fails for longer than the instance's session and its transaction last; other
 * clients do not notice.
 */
@Tag("fault")
class NetworkCutIT {

    private static final long SEED = 20_251_122L;
    private static final int RECORDS = 600;
    private static final int RECORDS_BEFORE = 50;
    private static final int RECORDS_AFTERWARDS = 100;
    private static final int PARTITIONS = 3;
    private static final Duration BETWEEN_RECORDS = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** As long as the broker waits for the instance. */
    private static final String TRANSACTION_TIMEOUT_MS = "3000";

    @TempDir
    private Path folder;

    private ProxiedStack stack;
    private UndisturbedLife undisturbed;
    private HistoryParts history;

    @BeforeEach
    void start() throws IOException {
        undisturbed = UndisturbedLife.of(SEED, RECORDS, folder);
        history = HistoryParts.of(undisturbed.history(), RECORDS_BEFORE, RECORDS_AFTERWARDS);
        stack = ProxiedStack.start();
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void shouldGoOnByItself_whenTheNetworkWasCut() throws Exception {
        try (LiveTopics topics = topics("cut.");
                GroupOnBroker group = group(topics);
                SteadyLoad load = SteadyLoad.start(topics, history.meanwhile(), BETWEEN_RECORDS);
                RiskApplication instance = startBehindProxy(topics)) {
            topics.awaitSome(Topic.POSITION_RISK, PositionRisk.class, PATIENCE);

            stack.proxy().cut();
            group.awaitInstances(0);
            group.awaitNoTransaction();
            stack.proxy().restore();

            load.awaitEnd(PATIENCE);
            topics.send(history.afterwards());
            awaitCaughtUp(topics);
            assertThat(instance.failure()).isEmpty();
            undisturbed.assertSame(topics);
        }
    }

    @Test
    @Tag("chaos")
    void shouldDoubleNothing_whenASilentNetworkDeliversLate() throws Exception {
        try (LiveTopics topics = topics("silent.");
                GroupOnBroker group = group(topics);
                SteadyLoad load = SteadyLoad.start(topics, history.meanwhile(), BETWEEN_RECORDS);
                RiskApplication unheard = startBehindProxy(topics)) {
            topics.awaitSome(Topic.POSITION_RISK, PositionRisk.class, PATIENCE);

            stack.proxy().silence();
            try (RiskApplication heir = RiskApplication.start(config(topics))) {
                load.awaitEnd(PATIENCE);
                awaitCaughtUp(topics);
                stack.proxy().restore();
                group.awaitInstances(2);
                assertThat(heir.failure()).isEmpty();
            }

            topics.send(history.afterwards());
            awaitCaughtUp(topics);
            assertThat(unheard.failure()).isEmpty();
            undisturbed.assertSame(topics);
        }
    }

    /** With something on them, so that the broker is done with making them. */
    private LiveTopics topics(String prefix) {
        LiveTopics topics = LiveTopics.create(stack.get(), prefix, PARTITIONS);
        topics.send(history.before());
        return topics;
    }

    private RiskApplication startBehindProxy(LiveTopics topics) {
        Map<String, String> settings = undisturbed.settings(topics, "behind-proxy");
        settings.put("kafka.bootstrap.servers", stack.proxiedServers());
        settings.put(BallastKeys.TRANSACTION_TIMEOUT_MS, TRANSACTION_TIMEOUT_MS);
        return RiskApplication.start(BallastConfig.of(settings));
    }

    private BallastConfig config(LiveTopics topics) {
        return BallastConfig.of(undisturbed.settings(topics, "direct"));
    }

    private GroupOnBroker group(LiveTopics topics) {
        return GroupOnBroker.of(config(topics));
    }

    private void awaitCaughtUp(LiveTopics topics) {
        CommittedInput.awaitProcessed(config(topics), PATIENCE);
    }
}
