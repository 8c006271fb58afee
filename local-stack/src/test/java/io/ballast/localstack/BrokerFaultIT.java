/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ballast.localstack.files.Folders;
import io.ballast.localstack.problem.BrokerFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fatal fault of the broker would halt this JVM; that this test ends at all says that it does not. */
@Tag("fault")
class BrokerFaultIT {
    @Test
    void isReportedAndTheJvmGoesOn(@TempDir Path folder) {
        List<StackFailure> told = new CopyOnWriteArrayList<>();
        try (LocalStack stack =
                LocalStack.start(LocalStackOptions.defaults().withDataDirectory(folder.resolve("data")))) {
            stack.onFailure(told::add);

            // What Kafka's fault handlers do in the end.
            assertThatThrownBy(() -> Exit.halt(1, "disk on fire")).hasMessageContaining("disk on fire");

            await().atMost(Duration.ofSeconds(5)).until(() -> !told.isEmpty());
            assertThat(told).singleElement().satisfies(failure -> {
                assertThat(failure.part()).isEqualTo(StackFailure.Part.BROKER);
                assertThat(failure.message()).contains("halt", "code 1", "disk on fire");
            });
        }
    }

    @Test
    void logsThatVanishAreReportedAndTheStackCanStillBeClosed(@TempDir Path folder) {
        LocalStack stack = LocalStack.start(LocalStackOptions.defaults().withDataDirectory(folder));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) stack.bootstrapServers()))) {
            Folders.delete(folder.resolve("broker"));
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1)));

            await().atMost(Duration.ofSeconds(60)).until(() -> stack.failure().isPresent());
            assertThat(stack.failure().orElseThrow().part()).isEqualTo(StackFailure.Part.BROKER);
        } finally {
            stack.close();
        }
        assertThat(ProcessHandle.of(stack.registryPid())).isEmpty();
    }

    @Test
    void folderThatCannotBeReadIsAnErrorAndLeavesNothingRunning(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("broker"));
        Files.writeString(folder.resolve("broker/meta.properties"), "version=1\ncluster.id=x\nnode.id=77\n");

        assertThatThrownBy(() -> LocalStack.start(LocalStackOptions.defaults().withDataDirectory(folder)))
                .isInstanceOf(BrokerFailedException.class)
                .hasMessageContaining(folder.toString());

        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void settingThatTheBrokerRefusesIsNamed() {
        assertThatThrownBy(() -> LocalStack.start(
                        LocalStackOptions.defaults().withBrokerSettings(Map.of("num.io.threads", "none"))))
                .isInstanceOf(BrokerFailedException.class)
                .hasMessageContaining("num.io.threads");
    }
}
