/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.localstack.problem.PortTakenException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fault")
class PortTakenIT {
    @TempDir
    private Path folder;

    private ServerSocket taken;

    @BeforeEach
    void takeAPort() throws Exception {
        taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void giveItBack() throws Exception {
        taken.close();
    }

    @Test
    void brokersPort() {
        assertRefused(LocalStackOptions.defaults().withPorts(taken.getLocalPort(), 0), "broker");
    }

    @Test
    void registrysPort() {
        assertRefused(LocalStackOptions.defaults().withPorts(0, taken.getLocalPort()), "schema registry");
    }

    @Test
    void onceThePortIsFreeTheSameOptionsWork() throws Exception {
        int port = taken.getLocalPort();
        taken.close();

        try (LocalStack stack =
                LocalStack.start(LocalStackOptions.defaults().withPorts(port, 0).withDataDirectory(folder))) {
            assertThat(stack.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
        }
    }

    private void assertRefused(LocalStackOptions options, String owner) {
        long childrenBefore = ProcessHandle.current().children().count();

        assertThatThrownBy(() -> LocalStack.start(options.withDataDirectory(folder)))
                .isInstanceOf(PortTakenException.class)
                .hasMessageContainingAll(Integer.toString(taken.getLocalPort()), owner, "choose another");

        assertThat(ProcessHandle.current().children().count()).isEqualTo(childrenBefore);
    }
}
