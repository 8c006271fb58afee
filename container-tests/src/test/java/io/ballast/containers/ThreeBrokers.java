/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The brokers of the compose file for three, on free ports. */
final class ThreeBrokers implements AutoCloseable {

    /** By node id, from 1 on. */
    private static final List<String> SERVICES = List.of("broker", "broker-2", "broker-3");

    private static final List<String> PORT_VARIABLES = List.of("BROKER_PORT", "BROKER_2_PORT", "BROKER_3_PORT");
    private static final String SMALL_HEAP = "-Xms256m -Xmx256m";
    private static final int DONE_WITHIN_SECONDS = 90;

    private final Path log;
    private final List<Integer> ports;
    private final List<String> compose;

    private ThreeBrokers(Path log, List<Integer> ports) {
        this.log = log;
        this.ports = ports;
        // Names by which the CI script finds what a killed test left.
        compose = List.of(
                "docker-compose",
                "--project-name",
                "ballast-test-" + ports.get(0),
                "--file",
                "docker-compose.yml",
                "--file",
                "docker-compose.three-brokers.yml");
    }

    /** @param log  takes what the engine says */
    static ThreeBrokers start(Path log) throws IOException {
        ThreeBrokers brokers = new ThreeBrokers(log, freePorts(SERVICES.size()));
        try {
            brokers.compose("up", "--detach", "broker", "broker-2", "broker-3");
            return brokers;
        } catch (RuntimeException | Error e) {
            brokers.close();
            throw e;
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    String bootstrapServers() {
        return ports.stream().map(port -> "localhost:" + port).collect(Collectors.joining(","));
    }

    /** As when its machine loses power. */
    void kill(int nodeId) {
        compose("kill", SERVICES.get(nodeId - 1));
    }

    /** With the disk that it had. */
    void restart(int nodeId) {
        compose("start", SERVICES.get(nodeId - 1));
    }

    private void compose(String... arguments) {
        List<String> command = new ArrayList<>(compose);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment());
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(DONE_WITHIN_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended && process.exitValue() == 0)
                    .as("%s: %s", command, Files.readString(log))
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException("no " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(Map.of("BROKER_HEAP", SMALL_HEAP));
        IntStream.range(0, ports.size())
                .forEach(
                        i -> environment.put(PORT_VARIABLES.get(i), ports.get(i).toString()));
        return environment;
    }

    @Override
    public void close() {
        compose("down", "--volumes", "--timeout", "0");
    }
}
