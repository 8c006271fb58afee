/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A broker and a registry in a process of their own, which go away and come back on the same ports and with their data. */
public final class RestartableStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String READY = "ready";

    private final Path folder;
    private Process process;
    private StackAddress address;
    private ProcessHandle registry;

    private RestartableStack(Path folder) {
        this.folder = folder;
    }

    /** Arguments: a folder, the ports of broker and registry. Writes to a file where it is when it is there. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        LocalStack stack = LocalStack.start(LocalStackOptions.defaults()
                .withDataDirectory(folder)
                .withPorts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        Path written = folder.resolve(READY + ".part");
        Files.write(
                written, List.of(stack.bootstrapServers(), stack.registryUrl(), Long.toString(stack.registryPid())));
        Files.move(written, folder.resolve(READY));
        Thread.currentThread().join();
    }

    /** @param folder  keeps their data */
    public static RestartableStack start(Path folder) throws IOException {
        RestartableStack stack = new RestartableStack(Files.createDirectories(folder));
        stack.start(0, 0);
        return stack;
    }

    private void start(int brokerPort, int registryPort) throws IOException {
        Path ready = folder.resolve(READY);
        Files.deleteIfExists(ready);
        List<String> arguments =
                List.of(folder.toString(), Integer.toString(brokerPort), Integer.toString(registryPort));
        process = ChildJvm.start(
                RestartableStack.class, List.of("-Xmx256m"), arguments, folder.resolveSibling("stack.log"));
        await().atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive()).as("the stack lives").isTrue();
            return Files.exists(ready);
        });
        List<String> lines = Files.readAllLines(ready);
        address = new StackAddress(lines.get(0), lines.get(1));
        registry = ProcessHandle.of(Long.parseLong(lines.get(2))).orElseThrow();
    }

    /** Its addresses hold over restarts. */
    public StackAddress get() {
        return address;
    }

    /** It ends in order, and comes back. */
    public void restart() throws IOException, InterruptedException {
        process.destroy();
        comeBack();
    }

    /** It is killed as by kill -9, and comes back. */
    public void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly();
        comeBack();
    }

    private void comeBack() throws IOException, InterruptedException {
        process.waitFor();
        // It ends by itself when it misses the stack; until then it has the port.
        await().atMost(PATIENCE).until(() -> !registry.isAlive());
        start(
                URI.create("kafka://" + address.bootstrapServers()).getPort(),
                URI.create(address.registryUrl()).getPort());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
