/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.producers.files.PoolsFile;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.replay.LogReplay;
import io.ballast.producers.replay.LogReplayOptions;
import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.replay.SnapshotRequest;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline on the images that people run: recorded logs in, the contracts' own answers out. */
class PipelineInContainersIT {

    private static final Path SAMPLE = Path.of("..", "cli", "src", "test", "resources", "lab-sample");
    private static final long CHAIN_ID = 31337;
    private static final int PARTITIONS = 3;
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

    @TempDir
    private Path stateDirectory;

    @Test
    void recordedLogsGiveWhatTheContractsAnswered() throws Exception {
        ContainerEngine.require(ContainerStack.BROKER_IMAGE, ContainerStack.REGISTRY_IMAGE);
        Map<LabTruth.Moment, LabTruth.Worth> truth = LabTruth.read(SAMPLE.resolve("truth.jsonl"), CHAIN_ID);

        try (ContainerStack stack = ContainerStack.start()) {
            BallastConfig config = config(stack);
            createTopics(stack, config);
            try (RiskApplication application = RiskApplication.start(config);
                    SnapshotReader reader = new SnapshotReader(stack, config.topic(Topic.POSITION_RISK))) {
                application.awaitRunning(DONE_WITHIN);
                replay(stack, truth);

                await().atMost(DONE_WITHIN).untilAsserted(() -> assertThat(reader.poll())
                        .containsKeys(truth.keySet().toArray(LabTruth.Moment[]::new)));

                assertThat(reader.poll()).containsAllEntriesOf(truth);
                assertThat(application.failure()).isEmpty();
            }
        }
    }

    private BallastConfig config(ContainerStack stack) {
        return BallastConfig.of(Map.of(
                "kafka.bootstrap.servers", stack.bootstrapServers(),
                "schema.registry.url", stack.registryUrl(),
                "ballast.state.dir", stateDirectory.toString()));
    }

    private static void createTopics(ContainerStack stack, BallastConfig config) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            new TopicCreation(admin, TopicPlan.keepingEverything(config.topicPrefix(), PARTITIONS)).ensureAll();
        }
    }

    private static void replay(ContainerStack stack, Map<LabTruth.Moment, LabTruth.Worth> truth) {
        PoolCatalogue catalogue = PoolsFile.read(SAMPLE.resolve("manifest.json"));
        TreeSet<Long> checkpoints =
                truth.keySet().stream().map(LabTruth.Moment::block).collect(Collectors.toCollection(TreeSet::new));
        LogReplayOptions options = new LogReplayOptions(
                List.of(SAMPLE.resolve("logs.jsonl")),
                catalogue,
                Optional.empty(),
                new SnapshotRequest(checkpoints, false));
        Map<String, String> clients = Map.of(
                "bootstrap.servers", stack.bootstrapServers(),
                "schema.registry.url", stack.registryUrl());
        SinkOptions sinkOptions = SinkOptions.of(clients, "container-test", options.source());
        try (TransactionalSink sink = TransactionalSink.open(sinkOptions, Clock.systemUTC())) {
            new LogReplay(options, sink, ReplayListener.SILENT, System::nanoTime).run();
        }
    }
}
