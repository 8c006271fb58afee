/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded data, beside the repository and no part of it: tests that read it are skipped where it is absent. */
public final class SharedData {

    private static final Path ROOT = Path.of("../../shared/data");

    private SharedData() {}

    /** A file or folder of it. */
    public static Path path(String name) {
        Path path = ROOT.resolve(name);
        assumeTrue(
                Files.exists(path),
                () -> "skipped: no recorded data at " + path.toAbsolutePath().normalize());
        return path;
    }
}
