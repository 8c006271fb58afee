/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process that has the stack is killed as by kill -9: the registry ends too, and the folder can be used again. */
@Tag("fault")
class ParentKilledIT {
    @Test
    @Timeout(120)
    void registryEndsAndTheFolderIsWhole(@TempDir Path folder) throws Exception {
        Process parent = startParent(folder);
        ProcessHandle registry = ProcessHandle.of(registryPid(parent)).orElseThrow();
        assertThat(registry.isAlive()).isTrue();

        parent.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        await().atMost(Duration.ofSeconds(15)).until(() -> !registry.isAlive());
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults().withDataDirectory(folder));
                SchemaRegistryClient client = Clients.registry(stack)) {
            assertThat(Clients.consume(stack, client, 2)).containsExactly(Clients.price(0), Clients.price(1));
        }
    }

    private static Process startParent(Path folder) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long registryPid(Process parent) throws Exception {
        BufferedReader output = parent.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                return Long.parseLong(line.substring("READY ".length()));
            }
        }
        throw new AssertionError("The parent ended before it was ready, exit code " + parent.waitFor());
    }
}
