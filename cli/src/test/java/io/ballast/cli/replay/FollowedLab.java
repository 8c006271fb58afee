/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import io.ballast.cli.SettingsFile;
import io.ballast.cli.records.PartitionReader;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.cli.terminal.ProgressBar;
import io.ballast.cli.terminal.Terminal;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** Followers of a lab chain, one after the other, and the topology that hears them. */
final class FollowedLab implements AutoCloseable {
    private static final String PREFIX = "ballast.";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Map<String, String> following = new TreeMap<>();
    private final List<Process> followers = new ArrayList<>();
    private final PreparedStack stack;
    private final BallastConfig config;
    private final RiskApplication topology;

    /**
     * @param folder  where its files go
     * @param urls  of the chain's node, as the setting has them
     * @param attached  where they begin: {@link #fromTheStart} or {@link #joined}
     * @param finality  as the setting has it
     */
    FollowedLab(Path folder, LabChain chain, String urls, Map<String, String> attached, String finality)
            throws IOException {
        this.folder = folder;
        Path pools =
                Files.writeString(folder.resolve("pools.json"), chain.about().toString());
        stack = PreparedStack.start(LocalStackOptions.defaults(), TopicPlan.keepingEverything(PREFIX, 2));
        following.putAll(stack.settings());
        following.put("ballast.monitoring.port", "off");
        following.put("chain.rpc.urls", urls);
        following.put("chain.id", chain.about().get("chainId").asText());
        following.put("chain.pools.file", pools.toString());
        following.putAll(attached);
        following.put("chain.finality", finality);
        following.put("chain.poll.interval.ms", "10");
        following.put("chain.rpc.requests.per.second", "10000");
        Map<String, String> settings = new HashMap<>(stack.settings());
        settings.putAll(Replayed.EVERY_CHANGE);
        settings.put("ballast.state.dir", folder.resolve("state").toString());
        config = BallastConfig.of(settings);
        topology = RiskApplication.start(config);
    }

    /** Settings of whoever follows from the first block on. */
    static Map<String, String> fromTheStart() {
        return Map.of("chain.start.block", "0");
    }

    /**
     * Settings of whoever joins the pools in mid-life.
     *
     * @param block  at whose end pools and positions are taken over; the truth was asked there
     */
    static Map<String, String> joined(LabChain chain, long block) {
        return Map.of(
                "chain.start.block",
                Long.toString(block + 1),
                "chain.join",
                "true",
                "chain.join.positions",
                positionsKnown(chain, block));
    }

    /** All that was ever a position up to that block, and whom the pools know without an NFT at any time. */
    private static String positionsKnown(LabChain chain, long block) {
        String manager = chain.about().get("contracts").get("npm").asText();
        Stream<String> nfts = chain.truth("position").stream()
                .filter(line -> line.get("block").asLong() == block)
                .map(line -> manager + "/" + line.get("tokenId").asText());
        Stream<String> direct = chain.truth("directPosition").stream().map(FollowedLab::place);
        return Stream.concat(nfts, direct).distinct().collect(Collectors.joining(","));
    }

    private static String place(JsonNode line) {
        return line.get("pool").asText() + "/" + line.get("owner").asText() + ":" + line.get("tickLower") + ":"
                + line.get("tickUpper");
    }

    /** Another life of the follower; up to a block, or without end. */
    Process follower(String... stopBlock) throws IOException {
        Map<String, String> settings = new TreeMap<>(following);
        Stream.of(stopBlock).forEach(block -> settings.put("chain.stop.block", block));
        SettingsFile file = SettingsFile.write(folder.resolve("chain.properties"), settings);
        Process follower =
                BallastProcess.start(folder.resolve("follower.log"), Map.of(), file.with("run", "producer", "chain"));
        followers.add(follower);
        return follower;
    }

    /** Waits until one of them has taken over the pools' state; while it lives. */
    void awaitJoined(Process follower) {
        await("the joint").atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                        hasJoined() || !follower.isAlive())
                .as(said())
                .isTrue());
    }

    /** True: one of them has committed the pools' state, which comes before all other events of pools. */
    boolean hasJoined() {
        AtomicBoolean joined = new AtomicBoolean();
        try (PartitionReader reader = PartitionReader.open(stack.kafka(), InstantSource.system())) {
            for (TopicPartition partition : reader.partitions(Topic.POOL_EVENTS.fullName(PREFIX))) {
                reader.readAll(partition, state -> {
                    joined.set(true);
                    return false;
                });
            }
        }
        return joined.get();
    }

    /** What the followers of this lab said. */
    String said() throws IOException {
        return Files.readString(folder.resolve("follower.log"));
    }

    /**
     * Waits until everything is worked off, asks for all positions as they are then, and reads all topics. No follower may be alive. Units
     * that are fewer than a double can tell would not be published without being asked for.
     */
    Replayed published() throws IOException, InterruptedException {
        awaitProcessed();
        SettingsFile file = SettingsFile.write(folder.resolve("stack.properties"), stack.settings());
        Captured snapshot = Captured.run(file.with("snapshot", "--all"));
        assertThat(snapshot.exitCode()).as(snapshot.err()).isEqualTo(ExitCode.OK);
        awaitProcessed();
        topology.close();
        Completion.awaitReadable(stack, PREFIX, InstantSource.system());
        return Replayed.of(stack, PREFIX, folder.resolve("published"));
    }

    private void awaitProcessed() throws InterruptedException {
        InstantSource clock = InstantSource.system();
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try (ProgressBar progress = new ProgressBar(Terminal.capturing(nobody, nobody), "processing")) {
            assertThat(new Completion(stack, topology, config, clock).awaitProcessed(progress))
                    .as("waits for a definition")
                    .isZero();
        }
    }

    @Override
    public void close() {
        followers.forEach(Process::destroyForcibly);
        try {
            topology.close();
        } finally {
            stack.close();
        }
    }
}
