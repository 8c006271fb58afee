/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline on the images that people run: recorded logs in, the contracts' own answers out. */
class PipelineInContainersIT {

    private static final int PARTITIONS = 3;
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

    @TempDir
    private Path stateDirectory;

    @Test
    void recordedLogsGiveWhatTheContractsAnswered() throws Exception {
        ContainerEngine.require(ContainerStack.BROKER_IMAGE, ContainerStack.REGISTRY_IMAGE);
        Map<LabTruth.Moment, LabTruth.Worth> truth = LabSample.truth();

        try (ContainerStack stack = ContainerStack.start()) {
            BallastConfig config = config(stack);
            createTopics(stack, config);
            try (RiskApplication application = RiskApplication.start(config);
                    SnapshotReader reader = new SnapshotReader(clients(stack), config.topic(Topic.POSITION_RISK))) {
                application.awaitRunning(DONE_WITHIN);
                LabSample.replay(clients(stack));

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

    private static Map<String, String> clients(ContainerStack stack) {
        return Map.of(
                "bootstrap.servers", stack.bootstrapServers(),
                "schema.registry.url", stack.registryUrl());
    }

    private static void createTopics(ContainerStack stack, BallastConfig config) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            new TopicCreation(admin, TopicPlan.keepingEverything(config.topicPrefix(), PARTITIONS)).ensureAll();
        }
    }
}
