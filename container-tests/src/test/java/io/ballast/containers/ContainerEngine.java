/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether tests in containers can run here. Asks the engine itself first: Testcontainers would wait minutes for an image
 * that cannot be pulled.
 */
final class ContainerEngine {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerEngine.class);
    private static final int ANSWER_WITHIN_SECONDS = 20;
    private static final String REAPER_DISABLED = "TESTCONTAINERS_RYUK_DISABLED";
    /** What Testcontainers 2.0.5 removes containers with when a test dies. */
    private static final String REAPER_IMAGE = "testcontainers/ryuk:0.14.0";

    private ContainerEngine() {}

    /** Skips the test, and says why where people look, if it cannot run with these images here. */
    static void require(String... images) {
        whyNot(images).ifPresent(ContainerEngine::skip);
    }

    private static void skip(String why) {
        LOG.warn("SKIPPED, a test in containers: {}", why);
        abort("SKIPPED: " + why);
    }

    /** The same where the compose command is needed, too. */
    static void requireCompose(String... images) {
        require(images);
        if (!succeeds("docker-compose", "version")) {
            skip("no docker-compose on this machine");
        }
    }

    private static Optional<String> whyNot(String... images) {
        if (!succeeds("docker", "version")) {
            return Optional.of("no container engine answers on this machine");
        }
        return neededImages(images)
                .filter(image -> !succeeds("docker", "image", "inspect", image))
                .findFirst()
                .map(image -> "the image " + image + " is not on this machine: docker pull " + image);
    }

    private static Stream<String> neededImages(String... images) {
        boolean reaper = !Boolean.parseBoolean(System.getenv(REAPER_DISABLED));
        return reaper ? Stream.concat(Arrays.stream(images), Stream.of(REAPER_IMAGE)) : Arrays.stream(images);
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the container engine", e);
        }
    }
}
