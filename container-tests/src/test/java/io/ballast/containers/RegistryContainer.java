/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The schema registry of the compose file, with its storage in memory, on a free port. */
final class RegistryContainer extends GenericContainer<RegistryContainer> {

    static final String IMAGE = "apicurio/apicurio-registry:3.3.3";

    private static final int API_PORT = 8080;
    private static final int HEALTH_PORT = 9000;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    RegistryContainer() {
        super(DockerImageName.parse(IMAGE));
        withExposedPorts(API_PORT, HEALTH_PORT);
        waitingFor(Wait.forHttp("/health/ready").forPort(HEALTH_PORT).withStartupTimeout(READY_WITHIN));
    }

    /** Where it has the Confluent interface. */
    String url() {
        return "http://" + getHost() + ":" + getMappedPort(API_PORT) + "/apis/ccompat/v7";
    }
}
