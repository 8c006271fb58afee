/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.stack;

import io.ballast.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that is gone when it is closed. */
public final class TemporaryFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /** @throws CommandFailed if it cannot be made */
    public static TemporaryFolder create(String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(prefix));
        } catch (IOException unmakeable) {
            throw new CommandFailed("cannot make a temporary folder: " + unmakeable.getMessage(), unmakeable);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            for (Path each : deepestFirst()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException undeletable) {
            LOG.warn("Cannot remove the temporary folder {}: {}", path, undeletable.toString());
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
