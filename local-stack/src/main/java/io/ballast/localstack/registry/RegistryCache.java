/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import java.nio.file.Path;
import java.util.Optional;

/** Where the registry is unpacked: a folder of the user, shared by all stacks. */
final class RegistryCache {
    private RegistryCache() {}

    /** What was asked for, else by system property, environment, or the user's cache folder. */
    static Path folder(Optional<Path> asked) {
        return asked.or(() -> path(System.getProperty("ballast.cache")))
                .or(() -> path(System.getenv("BALLAST_CACHE")))
                .or(() -> path(System.getenv("XDG_CACHE_HOME")).map(home -> home.resolve("ballast")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "ballast"));
    }

    private static Optional<Path> path(String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank()).map(value -> Path.of(value)
                .toAbsolutePath());
    }
}
