/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import io.ballast.localstack.problem.RegistryMissingException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Finds the registry's archive, {@code apicurio-registry-app-<version>-all.tar.gz}, which Maven downloads as a
 * dependency of this module. It is looked for, without network, in this order:
 *
 * <ol>
 *   <li>the option, the system property {@code ballast.registry.archive}, the environment's
 *       {@code BALLAST_REGISTRY_ARCHIVE};
 *   <li>the entries of the class path, where {@code dependency:build-classpath} puts it;
 *   <li>the folder of this module's jar or classes and the {@code registry} folder in it: a {@code target} folder of the
 *       build, or a {@code lib} folder filled by {@code dependency:copy-dependencies}.
 * </ol>
 */
public final class RegistryArchive {
    /** System property that names the archive. */
    public static final String PROPERTY = "ballast.registry.archive";

    private static final String VARIABLE = "BALLAST_REGISTRY_ARCHIVE";

    private RegistryArchive() {}

    /** Version of the registry that this module was built with. */
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = RegistryArchive.class.getResourceAsStream("registry.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the registry's version", e);
        }
        return properties.getProperty("version");
    }

    /** Name of the archive, wherever it lies. */
    public static String fileName() {
        return "apicurio-registry-app-" + version() + "-all.tar.gz";
    }

    /** @throws RegistryMissingException if it is nowhere; the message names every place */
    public static Path find(Optional<Path> asked) {
        Optional<Path> named =
                asked.or(() -> path(System.getProperty(PROPERTY))).or(() -> path(System.getenv(VARIABLE)));
        if (named.isPresent()) {
            return named.filter(Files::isRegularFile)
                    .orElseThrow(() -> new RegistryMissingException("No such file: " + named.get()
                            + ", given as the schema registry's archive (option, " + PROPERTY + " or " + VARIABLE
                            + ")"));
        }
        List<Path> places = places();
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new RegistryMissingException("The schema registry's archive " + fileName()
                        + " was not found in " + places + ": build local-stack with Maven, which downloads it, or set "
                        + PROPERTY + " to where it is"));
    }

    private static Optional<Path> path(String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank()).map(Path::of);
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>();
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(fileName()))
                .map(Path::of)
                .forEach(places::add);
        Path beside = ourFolder();
        places.add(beside.resolve(fileName()));
        places.add(beside.resolve("registry").resolve(fileName()));
        return places;
    }

    private static Path ourFolder() {
        try {
            return Path.of(RegistryArchive.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Where this class was loaded from is no folder", e);
        }
    }
}
