/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a local stack is started. Start from {@link #defaults()}.
 *
 * @param brokerPort             of the broker on 127.0.0.1; 0: any free one
 * @param registryPort           of the registry on 127.0.0.1; 0: any free one
 * @param dataDirectory          where topics and schemas are kept over restarts; absent: a temporary folder, removed by
 *     {@link LocalStack#close()}
 * @param cacheDirectory         where the registry is unpacked, once for all stacks; absent: {@code ballast.cache} (system
 *     property), {@code BALLAST_CACHE} (environment), {@code $XDG_CACHE_HOME/ballast} or {@code ~/.cache/ballast}
 * @param registryArchive        the registry's {@code .tar.gz}; absent: found as
 *     {@link io.ballast.localstack.registry.RegistryArchive} says
 * @param registryHeapMegabytes  most heap that the registry's process may use; it takes about 150 MB besides
 * @param startTimeout           how long starting may take
 * @param brokerSettings         Kafka broker settings that take precedence over ours
 */
public record LocalStackOptions(
        int brokerPort,
        int registryPort,
        Optional<Path> dataDirectory,
        Optional<Path> cacheDirectory,
        Optional<Path> registryArchive,
        int registryHeapMegabytes,
        Duration startTimeout,
        Map<String, String> brokerSettings) {
    private static final int HEAP_MEGABYTES = 192;
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    public LocalStackOptions {
        requirePort("brokerPort", brokerPort);
        requirePort("registryPort", registryPort);
        if (brokerPort != 0 && brokerPort == registryPort) {
            throw new IllegalArgumentException("brokerPort and registryPort are both " + brokerPort);
        }
        if (registryHeapMegabytes < 1) {
            throw new IllegalArgumentException("registryHeapMegabytes must be positive, was " + registryHeapMegabytes);
        }
        if (startTimeout.isNegative() || startTimeout.isZero()) {
            throw new IllegalArgumentException("startTimeout must be positive, was " + startTimeout);
        }
        dataDirectory = dataDirectory.map(Path::toAbsolutePath);
        cacheDirectory = cacheDirectory.map(Path::toAbsolutePath);
        registryArchive = registryArchive.map(Path::toAbsolutePath);
        brokerSettings = Map.copyOf(brokerSettings);
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(name + " must be 0 to " + HIGHEST_PORT + ", was " + port);
        }
    }

    /** Free ports, a temporary folder. */
    public static LocalStackOptions defaults() {
        return new LocalStackOptions(
                0, 0, Optional.empty(), Optional.empty(), Optional.empty(), HEAP_MEGABYTES, START_TIMEOUT, Map.of());
    }

    public LocalStackOptions withPorts(int broker, int registry) {
        return new LocalStackOptions(
                broker,
                registry,
                dataDirectory,
                cacheDirectory,
                registryArchive,
                registryHeapMegabytes,
                startTimeout,
                brokerSettings);
    }

    public LocalStackOptions withDataDirectory(Path directory) {
        return new LocalStackOptions(
                brokerPort,
                registryPort,
                Optional.of(directory),
                cacheDirectory,
                registryArchive,
                registryHeapMegabytes,
                startTimeout,
                brokerSettings);
    }

    public LocalStackOptions withCacheDirectory(Path directory) {
        return new LocalStackOptions(
                brokerPort,
                registryPort,
                dataDirectory,
                Optional.of(directory),
                registryArchive,
                registryHeapMegabytes,
                startTimeout,
                brokerSettings);
    }

    public LocalStackOptions withRegistryArchive(Path archive) {
        return new LocalStackOptions(
                brokerPort,
                registryPort,
                dataDirectory,
                cacheDirectory,
                Optional.of(archive),
                registryHeapMegabytes,
                startTimeout,
                brokerSettings);
    }

    public LocalStackOptions withRegistryHeapMegabytes(int megabytes) {
        return new LocalStackOptions(
                brokerPort,
                registryPort,
                dataDirectory,
                cacheDirectory,
                registryArchive,
                megabytes,
                startTimeout,
                brokerSettings);
    }

    public LocalStackOptions withStartTimeout(Duration timeout) {
        return new LocalStackOptions(
                brokerPort,
                registryPort,
                dataDirectory,
                cacheDirectory,
                registryArchive,
                registryHeapMegabytes,
                timeout,
                brokerSettings);
    }

    public LocalStackOptions withBrokerSettings(Map<String, String> settings) {
        return new LocalStackOptions(
                brokerPort,
                registryPort,
                dataDirectory,
                cacheDirectory,
                registryArchive,
                registryHeapMegabytes,
                startTimeout,
                settings);
    }
}
