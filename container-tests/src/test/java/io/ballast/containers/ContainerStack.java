/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/** A broker and a schema registry from the images that the compose file names, on free ports. */
final class ContainerStack implements AutoCloseable {

    static final String BROKER_IMAGE = "apache/kafka:4.3.1";
    static final String REGISTRY_IMAGE = "apicurio/apicurio-registry:3.3.3";

    private static final int REGISTRY_PORT = 8080;
    private static final int REGISTRY_HEALTH_PORT = 9000;
    private static final Duration REGISTRY_READY_WITHIN = Duration.ofMinutes(3);

    private final KafkaContainer broker = new KafkaContainer(BROKER_IMAGE);
    private final GenericContainer<?> registry = new GenericContainer<>(DockerImageName.parse(REGISTRY_IMAGE))
            .withExposedPorts(REGISTRY_PORT, REGISTRY_HEALTH_PORT)
            .waitingFor(Wait.forHttp("/health/ready")
                    .forPort(REGISTRY_HEALTH_PORT)
                    .withStartupTimeout(REGISTRY_READY_WITHIN));

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
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7";
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
