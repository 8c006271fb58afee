/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.producers.replay.ReplaySummary;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of three brokers is killed under load, the one that leads the others, and comes back under load: nothing of it shows in
 * the end, and figures go on coming.
 */
@Tag("fault")
class BrokerLostIT {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerLostIT.class);
    private static final int BROKERS = 3;
    private static final int PARTITIONS = 3;
    /** So many show that it works. */
    private static final int FIGURES = 20;

    /** Of the sample's 73. */
    private static final int BLOCKS_BEFORE = 20;

    private static final int BLOCKS_UNTIL_BACK = 60;
    /** While a broker is away. */
    private static final double RECORDS_PER_SECOND = 15;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(20);
    /** Some seconds are the broker's session of 3 s, the election, and clients that find out; the rest is for slow machines. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(30);

    private final AtomicInteger sent = new AtomicInteger();
    private final CountDownLatch oneIsLost = new CountDownLatch(1);
    private final CountDownLatch allAreBack = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @Test
    void theFiguresAreTheContractsOwnThoughTheLeadingBrokerIsLostAndComesBack() throws Exception {
        ContainerEngine.requireCompose(ContainerStack.BROKER_IMAGE, ContainerStack.REGISTRY_IMAGE);
        Map<LabTruth.Moment, LabTruth.Worth> truth = LabSample.truth();

        try (RegistryContainer registry = new RegistryContainer();
                ThreeBrokers brokers = ThreeBrokers.start(folder.resolve("compose.log"))) {
            registry.start();
            Map<String, String> clients =
                    Map.of("bootstrap.servers", brokers.bootstrapServers(), "schema.registry.url", registry.url());
            BallastConfig config = config(clients);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrapServers()))) {
                await().atMost(PATIENCE).until(() -> brokers(admin) == BROKERS);
                new TopicCreation(admin, plan(config)).ensureAll();
                try (RiskApplication application = RiskApplication.start(config);
                        SnapshotReader reader = new SnapshotReader(clients, config.topic(Topic.POSITION_RISK))) {
                    application.awaitRunning(PATIENCE);
                    CompletableFuture<ReplaySummary> load = replay(clients);
                    lookUntil(reader, () -> reader.figures() >= FIGURES);

                    int lost = leader(admin);
                    Duration usual = reader.longestGap();
                    reader.forgetGaps();
                    int before = reader.figures();
                    oneIsLost.countDown();
                    lookUntil(reader, CompletableFuture.runAsync(() -> brokers.kill(lost))::isDone);
                    lookUntil(reader, () -> reader.figures() >= before + FIGURES);
                    lookUntil(reader, CompletableFuture.runAsync(() -> brokers.restart(lost))::isDone);
                    lookUntil(reader, () -> brokers(admin) == BROKERS);
                    assertThat(load).as("broker %d came back under load", lost).isNotDone();
                    allAreBack.countDown();

                    lookUntil(reader, () -> reader.poll().keySet().containsAll(truth.keySet()));
                    LOG.info(
                            "broker {} lost and back: no figure for at most {} ms, before for {} ms",
                            lost,
                            reader.longestGap().toMillis(),
                            usual.toMillis());
                    load.get();
                    assertThat(reader.poll()).containsAllEntriesOf(truth);
                    assertThat(reader.repeated()).isEmpty();
                    assertThat(reader.longestGap()).isLessThan(LONGEST_GAP);
                    assertThat(application.failure()).isEmpty();
                }
                await().atMost(PATIENCE).untilAsserted(() -> assertThatEverythingHasThreeCopies(admin));
            }
        }
    }

    private BallastConfig config(Map<String, String> clients) {
        return BallastConfig.of(Map.of(
                "kafka.bootstrap.servers", clients.get("bootstrap.servers"),
                "schema.registry.url", clients.get("schema.registry.url"),
                "ballast.state.dir", folder.resolve("state").toString()));
    }

    /** As {@code ballast topics create --replication-factor 3} makes them, but that the sample's old records are kept. */
    private static TopicPlan plan(BallastConfig config) {
        return new TopicPlan(
                config.topicPrefix(), PARTITIONS, OptionalInt.of(BROKERS), TopicPlan.SHORT_RETENTION, true);
    }

    private CompletableFuture<ReplaySummary> replay(Map<String, String> clients) {
        return CompletableFuture.supplyAsync(() -> LabSample.replay(clients, RECORDS_PER_SECOND, this::pause));
    }

    /** What comes before the loss goes in at once, what comes during it at the rate, the rest when all are back. */
    private boolean pause(Duration owed) {
        int blocks = sent.incrementAndGet();
        if (blocks < BLOCKS_BEFORE) {
            return true;
        }
        try {
            if (blocks == BLOCKS_BEFORE) {
                return oneIsLost.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            Duration most = blocks < BLOCKS_UNTIL_BACK ? owed : PATIENCE;
            return allAreBack.await(most.toNanos(), TimeUnit.NANOSECONDS) || blocks < BLOCKS_UNTIL_BACK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Looks so often that a gap is seen as it is. */
    private static void lookUntil(SnapshotReader reader, BooleanSupplier done) {
        await().pollInterval(LOOK).atMost(PATIENCE).until(() -> {
            reader.poll();
            return done.getAsBoolean();
        });
    }

    private static int brokers(Admin admin) {
        return answer(admin.describeCluster().nodes()).size();
    }

    /** The node that leads the quorum of controllers. */
    private static int leader(Admin admin) {
        return answer(admin.describeMetadataQuorum().quorumInfo()).leaderId();
    }

    /** Changelogs, offsets and transactions, too. */
    private static void assertThatEverythingHasThreeCopies(Admin admin) {
        Set<String> names = answer(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        assertThat(names)
                .anyMatch(name -> name.endsWith("-changelog"))
                .contains("__consumer_offsets", "__transaction_state");
        answer(admin.describeTopics(names).allTopicNames()).values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .forEach(partition ->
                        assertThat(partition.isr()).as("%s", partition).hasSize(BROKERS));
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the brokers do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
