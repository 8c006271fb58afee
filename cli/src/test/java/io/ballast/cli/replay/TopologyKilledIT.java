/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topology that is killed in the middle of its work, time and again, in the end has published what it would have anyway. */
@Tag("fault")
class TopologyKilledIT {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "lab-sample");
    private static final String PREFIX = "ballast.";
    private static final String APPLICATION = "killed-topology";
    private static final int KILLS = 3;
    private static final int RECORDS_BETWEEN_KILLS = 60;
    /** Since when and why figures stand depends on when they were published; losses over windows on the time they are as of. */
    private static final List<String> STAMPS =
            List.of("block_number", "block_hash", "log_index", "event_time", "reason", "snapshot_label", "windows");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final LabChain chain = LabChain.read(SAMPLE);

    @Test
    void theLastFiguresOfEveryPositionAreThoseOfAnUndisturbedRun() throws IOException, InterruptedException {
        Map<String, JsonNode> undisturbed = lastByKey(Replayed.run(
                folder.resolve("undisturbed"),
                chain.logs(),
                "--pools",
                chain.manifest(),
                "--snapshot-blocks",
                chain.checkpointBlocks()));

        try (PreparedStack stack =
                PreparedStack.start(LocalStackOptions.defaults(), TopicPlan.keepingEverything(PREFIX, 2))) {
            CompletableFuture<Captured> producer = CompletableFuture.supplyAsync(() -> produce(stack));
            for (int kill = 0; kill < KILLS; kill++) {
                killAfterSomeRecords(stack);
            }
            Process survivor = topology(stack);
            assertThat(producer.join().exitCode()).as(producer.join().err()).isEqualTo(ExitCode.OK);
            awaitAllProcessed(stack);
            survivor.destroy();
            assertThat(survivor.waitFor()).isZero();

            assertThat(lastByKey(Replayed.of(stack, PREFIX, folder.resolve("killed"))))
                    .isEqualTo(undisturbed);
        }
    }

    private Captured produce(PreparedStack stack) {
        List<String> command = new ArrayList<>(List.of(
                "run",
                "producer",
                "replay",
                chain.logs().toString(),
                "--pools",
                chain.manifest().toString(),
                "--snapshot-blocks",
                chain.checkpointBlocks(),
                "--rate",
                "15"));
        stack.settings().forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return Captured.run(command.toArray(String[]::new));
    }

    private void killAfterSomeRecords(PreparedStack stack) throws IOException, InterruptedException {
        long before = published(stack);
        Process topology = topology(stack);
        await().atMost(PATIENCE).until(() -> published(stack) >= before + RECORDS_BETWEEN_KILLS);
        topology.destroyForcibly().waitFor();
    }

    /** Records on position-risk, committed or not: a kill shall hit open transactions. */
    private static long published(PreparedStack stack) {
        try (Admin admin = Admin.create(stack.kafka())) {
            return new Transactions(admin, List.of(Topic.POSITION_RISK.fullName(PREFIX))).unprocessed(APPLICATION);
        }
    }

    private static void awaitAllProcessed(PreparedStack stack) throws InterruptedException {
        List<String> inputs = Arrays.stream(Topic.values())
                .filter(Topic::coPartitioned)
                .map(topic -> topic.fullName(PREFIX))
                .toList();
        try (Admin admin = Admin.create(stack.kafka())) {
            Transactions transactions = new Transactions(admin, inputs);
            await().atMost(PATIENCE).until(() -> transactions.unprocessed(APPLICATION) == 0);
        }
        Completion.awaitReadable(stack, PREFIX, InstantSource.system());
    }

    private Process topology(PreparedStack stack) throws IOException {
        Map<String, String> settings = new TreeMap<>(stack.settings());
        settings.putAll(Replayed.EVERY_CHANGE);
        settings.put("ballast.application.id", APPLICATION);
        settings.put("ballast.state.dir", folder.resolve("state").toString());
        return BallastProcess.start(folder.resolve("topology.log"), settings, "run", "streams");
    }

    private static Map<String, JsonNode> lastByKey(Replayed replayed) {
        Map<String, JsonNode> last = replayed.lastPositions();
        last.values().forEach(figures -> ((ObjectNode) figures).remove(STAMPS));
        return last;
    }
}
