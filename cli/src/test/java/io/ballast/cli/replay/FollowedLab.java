/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.SettingsFile;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.cli.terminal.ProgressBar;
import io.ballast.cli.terminal.Terminal;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Followers of a lab chain that join its pools in mid-life, one after the other, and the topology that hears them. */
final class FollowedLab implements AutoCloseable {
    private static final String PREFIX = "ballast.";

    private final Path folder;
    private final Map<String, String> following = new TreeMap<>();
    private final PreparedStack stack;
    private final BallastConfig config;
    private final RiskApplication topology;

    /**
     * @param folder  empty
     * @param url  of the chain's node
     * @param joined  the block at whose end its pools and positions are taken over; something was asked there
     * @param finality  as the setting has it
     */
    FollowedLab(Path folder, LabChain chain, String url, long joined, String finality) throws IOException {
        this.folder = folder;
        Path pools =
                Files.writeString(folder.resolve("pools.json"), chain.about().toString());
        stack = PreparedStack.start(LocalStackOptions.defaults(), TopicPlan.keepingEverything(PREFIX, 2));
        following.putAll(stack.settings());
        following.put("ballast.monitoring.port", "off");
        following.put("chain.rpc.urls", url);
        following.put("chain.id", chain.about().get("chainId").asText());
        following.put("chain.pools.file", pools.toString());
        following.put("chain.start.block", Long.toString(joined + 1));
        following.put("chain.join", "true");
        following.put("chain.join.positions", positionsKnown(chain, joined));
        following.put("chain.finality", finality);
        following.put("chain.poll.interval.ms", "10");
        following.put("chain.rpc.requests.per.second", "10000");
        Map<String, String> settings = new HashMap<>(stack.settings());
        settings.putAll(Replayed.EVERY_CHANGE);
        settings.put("ballast.state.dir", folder.resolve("state").toString());
        config = BallastConfig.of(settings);
        topology = RiskApplication.start(config);
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
        return BallastProcess.start(folder.resolve("follower.log"), Map.of(), file.with("run", "producer", "chain"));
    }

    /** What the followers of this lab said. */
    String said() throws IOException {
        return Files.readString(folder.resolve("follower.log"));
    }

    /** Waits until everything is worked off, and reads all topics. No follower may be alive. */
    Replayed published() throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try (ProgressBar progress = new ProgressBar(Terminal.capturing(nobody, nobody), "processing")) {
            assertThat(new Completion(stack, topology, config, clock).awaitProcessed(progress))
                    .as("waits for a definition")
                    .isZero();
        }
        topology.close();
        Completion.awaitReadable(stack, PREFIX, clock);
        return Replayed.of(stack, PREFIX, folder.resolve("published"));
    }

    @Override
    public void close() {
        try {
            topology.close();
        } finally {
            stack.close();
        }
    }
}
