/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ballast.monitoring.PrometheusText;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.DeadLetterStage;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.RegistryUnavailableException;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.SmallPool;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("fault")
class UnreadableRecordIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SOME = 1_000_000_000L;

    @RegisterExtension
    private static final SharedStack STACK = new SharedStack();

    @TempDir
    private Path folder;

    @Test
    @Order(1)
    void shouldReportPoisonThoughNothingFollowsItAndGoOn() throws Exception {
        byte[] poison = {9, 9, 9};
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "poison.", 2);
                RiskApplication application = RiskApplication.start(topics.config(folder))) {
            application.awaitRunning(PATIENCE);
            topics.sendRaw(Topic.PRICE_TICKS, SmallPool.ID, poison);

            await().atMost(PATIENCE).until(() -> !deadLetters(topics).isEmpty());
            DeadLetter letter = deadLetters(topics).get(0).value();
            assertThat(letter.getStage()).isEqualTo(DeadLetterStage.DESERIALIZATION);
            assertThat(letter.getSourceTopic()).isEqualTo("poison.price-ticks");
            assertThat(letter.getSourceOffset()).isZero();
            assertThat(letter.getSourceValue()).isEqualTo(ByteBuffer.wrap(poison));
            assertThat(deadLetters(topics).get(0).key()).isEqualTo(SmallPool.ID);

            Chain chain = new Chain("a", 100);
            new SmallPool(chain).define().initialize().mint(ALICE, SOME).tick(SOME);
            topics.send(chain.records());
            await().atMost(PATIENCE).until(() -> topics.latest(Topic.POSITION_RISK, PositionRisk.class)
                    .containsKey(SmallPool.position(ALICE)));
            await().atMost(PATIENCE).until(() -> application.inputLag().offsets() == 0);
            assertThat(application.counters().deadLetters()).isEqualTo(1);
            assertThat(application.counters().unsettled()).isZero();
            assertThat(application.failure()).isEmpty();
            assertTellsOfItself(application);
        }
    }

    @Test
    @Order(2)
    void shouldNameTheTopicsThatAreMissing() {
        Map<String, String> settings = Map.of(
                "kafka.bootstrap.servers",
                STACK.get().bootstrapServers(),
                "schema.registry.url",
                STACK.get().registryUrl(),
                BallastKeys.TOPIC_PREFIX,
                "nowhere.",
                BallastKeys.STATE_DIR,
                folder.toString());

        assertThatThrownBy(() -> RiskApplication.start(BallastConfig.of(settings)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nowhere.price-ticks")
                .hasMessageContaining("topics create");
    }

    @Test
    @Order(3)
    void shouldEndWithAnErrorRatherThanBlameARecordForTheRegistry() throws Exception {
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "registry-down.", 1)) {
            Process process = ChildApplication.start(topics.settings(folder.resolve("state")), folder.resolve("log"));
            try {
                Chain chain = new Chain("a", 100);
                SmallPool pool = new SmallPool(chain).define().initialize().mint(ALICE, SOME);
                topics.send(chain.records());
                await().atMost(PATIENCE).until(() -> !topics.latest(Topic.POSITION_RISK, PositionRisk.class)
                        .isEmpty());
                killRegistry();

                int before = chain.size();
                pool.mint(ALICE, SOME);
                topics.send(chain.records().subList(before, chain.size()));
                await("known schemas need no registry").atMost(PATIENCE).until(() -> topics.latest(
                                Topic.POSITION_RISK, PositionRisk.class)
                        .get(SmallPool.position(ALICE))
                        .getLiquidityRaw()
                        .equals(Long.toString(2 * SOME)));

                topics.sendRaw(Topic.POSITION_EVENTS, SmallPool.ID, new byte[] {0, 0, 0, 0, 99, 1});
                assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(process.exitValue()).isEqualTo(1);
                assertThat(deadLetters(topics)).isEmpty();
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    @Order(4)
    void shouldNotStartWithoutTheRegistry() throws Exception {
        killRegistry();
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "no-registry.", 1)) {
            assertThatThrownBy(() -> RiskApplication.start(topics.config(folder)))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("The schema registry cannot be reached");
        }
    }

    private static void assertTellsOfItself(RiskApplication application) {
        try (InstanceMonitor monitor = InstanceMonitor.start(application, InstantSource.system())) {
            await().atMost(PATIENCE)
                    .until(() -> PrometheusText.of(monitor.readings()).contains("\nballast_input_lag_offsets 0\n"));
            assertThat(PrometheusText.of(monitor.readings()))
                    .contains("\nballast_running 1\n")
                    .contains("\nballast_dead_letters_total 1\n");
            assertThat(monitor.health().isReady()).isTrue();
        }
    }

    private static void killRegistry() {
        ProcessHandle.of(STACK.get().registryPid()).ifPresent(registry -> {
            registry.destroyForcibly();
            registry.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        });
    }

    private static List<ConsumerRecord<String, DeadLetter>> deadLetters(LiveTopics topics) {
        return topics.read(Topic.DEAD_LETTERS, DeadLetter.class);
    }
}
