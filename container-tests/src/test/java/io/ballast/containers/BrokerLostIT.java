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
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
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
                ThreeBrokers brokers = ThreeBrokers.start(folder.resolve("compose.log"));
                Cluster cluster = Cluster.at(brokers.bootstrapServers())) {
            registry.start();
            Map<String, String> clients =
                    Map.of("bootstrap.servers", brokers.bootstrapServers(), "schema.registry.url", registry.url());
            BallastConfig config = config(clients);
            await().atMost(PATIENCE).until(() -> cluster.brokers() == BROKERS);
            new TopicCreation(cluster.admin(), plan(config)).ensureAll();
            try (RiskApplication application = RiskApplication.start(config);
                    SnapshotReader reader = new SnapshotReader(clients, config.topic(Topic.POSITION_RISK))) {
                application.awaitRunning(PATIENCE);
                CompletableFuture<ReplaySummary> load = replay(clients);
                lookUntil(reader, () -> reader.figures() >= FIGURES);

                loseTheLeadingBroker(brokers, cluster, reader, load);
                lookUntil(reader, () -> reader.poll().keySet().containsAll(truth.keySet()));

                LOG.info("no figure for at most {} ms", reader.longestGap().toMillis());
                load.get();
                assertThat(reader.poll()).containsAllEntriesOf(truth);
                assertThat(reader.repeated()).isEmpty();
                assertThat(reader.longestGap()).isLessThan(LONGEST_GAP);
                assertThat(application.failure()).isEmpty();
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThatEverythingHasThreeCopies(cluster));
        }
    }

    /** Gaps are forgotten when it begins. */
    private void loseTheLeadingBroker(
            ThreeBrokers brokers, Cluster cluster, SnapshotReader reader, CompletableFuture<ReplaySummary> load) {
        int lost = cluster.leader();
        LOG.info(
                "broker {} will be lost; before, no figure for {} ms",
                lost,
                reader.longestGap().toMillis());
        reader.forgetGaps();
        int before = reader.figures();
        oneIsLost.countDown();
        lookUntil(reader, CompletableFuture.runAsync(() -> brokers.kill(lost))::isDone);
        lookUntil(reader, () -> reader.figures() >= before + FIGURES);
        lookUntil(reader, CompletableFuture.runAsync(() -> brokers.restart(lost))::isDone);
        lookUntil(reader, () -> cluster.brokers() == BROKERS);
        assertThat(load).as("broker %d came back under load", lost).isNotDone();
        allAreBack.countDown();
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

    private static void assertThatEverythingHasThreeCopies(Cluster cluster) {
        Set<String> topics = cluster.topics();
        assertThat(topics)
                .anyMatch(name -> name.endsWith("-changelog"))
                .contains("__consumer_offsets", "__transaction_state");
        assertThat(cluster.partitions(topics))
                .allSatisfy(partition -> assertThat(partition.isr()).hasSize(BROKERS));
    }
}
