/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import java.net.URI;
import java.nio.file.Path;

/** A broker and a registry that go away and come back, on the same ports and with their data. */
public final class RestartableStack implements AutoCloseable {

    private final LocalStackOptions options;
    private LocalStack stack;

    private RestartableStack(LocalStackOptions options) {
        this.options = options;
        stack = LocalStack.start(options);
    }

    /** @param folder  keeps their data */
    public static RestartableStack start(Path folder) {
        return new RestartableStack(LocalStackOptions.defaults().withDataDirectory(folder));
    }

    /** Its addresses hold over restarts. */
    public LocalStack get() {
        return stack;
    }

    public void restart() {
        int brokerPort = URI.create("kafka://" + stack.bootstrapServers()).getPort();
        int registryPort = URI.create(stack.registryUrl()).getPort();
        stack.close();
        stack = LocalStack.start(options.withPorts(brokerPort, registryPort));
    }

    @Override
    public void close() {
        stack.close();
    }
}
