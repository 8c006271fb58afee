/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ballast.localstack.problem.LocalStackException;
import io.ballast.localstack.problem.MemoryShortException;
import io.ballast.localstack.problem.RegistryFailedException;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fault")
class RegistryDiesIT {
    @Test
    void whileRunningItIsReportedAndTheBrokerGoesOn() throws Exception {
        List<StackFailure> told = new CopyOnWriteArrayList<>();
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults())) {
            stack.onFailure(told::add);

            ProcessHandle.of(stack.registryPid()).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(10)).until(() -> !told.isEmpty());
            assertThat(told).singleElement().satisfies(failure -> {
                assertThat(failure.part()).isEqualTo(StackFailure.Part.REGISTRY);
                assertThat(failure.message()).contains("exit code 137", "registry.log");
            });
            assertThat(stack.failure()).contains(told.get(0));
            assertThat(Clients.createTopics(stack).created()).isNotEmpty();
        }
    }

    @Test
    void schemasRegisteredJustBeforeAreNotLost(@TempDir Path folder) throws Exception {
        LocalStackOptions options = LocalStackOptions.defaults().withDataDirectory(folder);
        List<String> before;
        try (LocalStack stack = LocalStack.start(options);
                SchemaRegistryClient registry = Clients.registry(stack)) {
            Clients.createTopics(stack);
            Clients.produce(stack, registry, 2);
            ProcessHandle.of(stack.registryPid()).orElseThrow().destroyForcibly();
            before = Clients.consumeHex(stack, 2);
        }

        try (LocalStack stack = LocalStack.start(options);
                SchemaRegistryClient registry = Clients.registry(stack)) {
            assertThat(Clients.consumeHex(stack, 2)).isEqualTo(before);
            assertThat(Clients.consume(stack, registry, 2)).containsExactly(Clients.price(0), Clients.price(1));
        }
    }

    @Test
    void whileStartingTheEndOfItsLogIsInTheMessage(@TempDir Path folder) throws Exception {
        Path database = folder.resolve("registry/schemas.mv.db");
        Files.createDirectories(database.getParent());
        Files.writeString(database, "this is no database");

        assertThatThrownBy(() -> LocalStack.start(LocalStackOptions.defaults().withDataDirectory(folder)))
                .isInstanceOf(RegistryFailedException.class)
                .hasMessageContainingAll("exit code", "registry.log");
        assertNothingIsLeft();
    }

    @Test
    void whileStartingForWantOfMemory() {
        assertThatThrownBy(() -> LocalStack.start(LocalStackOptions.defaults().withRegistryHeapMegabytes(8)))
                .isInstanceOf(MemoryShortException.class)
                .hasMessageContaining("memory");
        assertNothingIsLeft();
    }

    @Test
    void thatIsNotReadyInTimeIsStopped() {
        assertThatThrownBy(() -> LocalStack.start(LocalStackOptions.defaults().withStartTimeout(Duration.ofMillis(1))))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("not ready within");
        assertNothingIsLeft();
    }

    private static void assertNothingIsLeft() {
        assertThat(ProcessHandle.current().children()).isEmpty();
    }
}
