/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;

/** A program that starts a stack in a folder, writes two records, says so, and is then there to be killed. */
final class ParentMain {
    private ParentMain() {}

    public static void main(String[] arguments) throws Exception {
        LocalStackOptions options = LocalStackOptions.defaults().withDataDirectory(Path.of(arguments[0]));
        try (LocalStack stack = LocalStack.start(options);
                SchemaRegistryClient registry = Clients.registry(stack)) {
            Clients.createTopics(stack);
            Clients.produce(stack, registry, 2);
            System.out.println("READY " + stack.registryPid());
            while (System.in.read() >= 0) {
                // Until killed.
            }
        }
    }
}
