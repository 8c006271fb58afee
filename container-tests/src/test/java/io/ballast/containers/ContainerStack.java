/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/** A broker and a schema registry from the images that the compose file names, on free ports. */
final class ContainerStack implements AutoCloseable {

    static final String BROKER_IMAGE = "apache/kafka:4.3.1";
    static final String REGISTRY_IMAGE = RegistryContainer.IMAGE;

    private final KafkaContainer broker = new KafkaContainer(BROKER_IMAGE);
    private final RegistryContainer registry = new RegistryContainer();

    static ContainerStack start() {
        ContainerStack stack = new ContainerStack();
        try {
            Startables.deepStart(stack.broker, stack.registry).join();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    String bootstrapServers() {
        return broker.getBootstrapServers();
    }

    String registryUrl() {
        return registry.url();
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
