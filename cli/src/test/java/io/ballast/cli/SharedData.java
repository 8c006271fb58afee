/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded data that lies beside the repository, not in it. */
public final class SharedData {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data");

    private SharedData() {}

    /** The file or folder; where it is absent the test is skipped. */
    public static Path require(String name) {
        Path path = FOLDER.resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.exists(path), () -> "skipped: no recorded data at " + path);
        return path;
    }
}
