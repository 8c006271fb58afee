/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.JsonRpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario of the lab, {@code run.mjs}: real contracts on a node of their own, reorganised now and then. The same seed gives the same
 * chain at whatever pace, so that one that is played fast tells what becomes of one that is played slowly.
 */
final class LiveLab implements AutoCloseable {
    /** Most blocks that a reorganisation takes back. */
    static final int DEEPEST_REORG = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final String AT_LEAST_SO_MANY_SECONDS = "1800";

    private final Path out;
    private final Process process;

    private LiveLab(Path out, Process process) {
        this.out = out;
        this.process = process;
    }

    /**
     * Plays a scenario to its end, as fast as it goes.
     *
     * @param home  the folder of {@code run.mjs}, with what it needs installed
     * @param out  where its files go
     */
    static LabChain played(Path home, Path out, long seed) throws IOException, InterruptedException {
        Process process = start(home, out, seed, List.of());
        assertThat(process.waitFor()).as(said(out)).isZero();
        return LabChain.read(out);
    }

    /** Begins to play it with a pause after each block, on a node that stays when it is over. */
    static LiveLab slowly(Path home, Path out, long seed, Duration pause) throws IOException {
        List<String> pace = new ArrayList<>(List.of("--block-delay", Long.toString(pause.toMillis())));
        pace.addAll(List.of("--proxy-port", "0", "--keep", "--keep-max", AT_LEAST_SO_MANY_SECONDS));
        return new LiveLab(out, start(home, out, seed, pace));
    }

    private static Process start(Path home, Path out, long seed, List<String> pace) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "run.mjs", "--port", "0"));
        command.addAll(List.of("--seed", Long.toString(seed), "--out", out.toString()));
        command.addAll(List.of("--positions", "60", "--steps", "450", "--checkpoints", "6"));
        command.addAll(List.of("--reorgs", "6", "--reorg-depth", Integer.toString(DEEPEST_REORG)));
        command.addAll(pace);
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Files.createDirectories(out).resolve("run.log").toFile())
                .start();
    }

    private static String said(Path out) throws IOException {
        return Files.readString(out.resolve("run.log"));
    }

    /** Waits until its contracts stand and the scenario begins. */
    void awaitBegun() {
        await("the lab's contracts").atMost(PATIENCE).ignoreExceptions().until(this::hasBegun);
    }

    private boolean hasBegun() throws IOException {
        return !List.of("starting", "deploying").contains(phase());
    }

    /** Waits until there is a block of that number. */
    void awaitBlock(long number) {
        Endpoint endpoint = Endpoint.of(url());
        EthNode node = new EthNode(new JsonRpc(endpoint, JsonRpc.client(CALL), CALL));
        await("block " + number).atMost(PATIENCE).until(() -> node.latest().number() >= number);
    }

    /** Waits until all is played, and reads what it was. */
    LabChain awaitOver() {
        await("the lab's end").atMost(PATIENCE).ignoreExceptions().until(this::isOver);
        return LabChain.read(out);
    }

    /** True: no block comes any more. */
    boolean isOver() throws IOException {
        return phase().equals("done");
    }

    private String phase() throws IOException {
        return about().get("phase").asText();
    }

    private JsonNode about() throws IOException {
        return Replayed.parse(Files.readString(out.resolve("run.json")));
    }

    /** Of the node. */
    String url() {
        return address("rpc");
    }

    /** Of the node's websocket, by a proxy that says what logs are removed where the chain is reorganised, as Geth does. */
    String socketUrl() {
        return address("proxyWs");
    }

    private String address(String name) {
        try {
            return about().get(name).asText();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The node ends, too. */
    @Override
    public void close() {
        process.destroy();
        await("the lab's process").atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
