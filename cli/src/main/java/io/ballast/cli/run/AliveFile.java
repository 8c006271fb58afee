/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A file that is touched again and again while all is well, and gone when the process has ended in order: what a container
 * engine looks at to tell whether a service is healthy. One thread.
 */
final class AliveFile implements AutoCloseable {
    private final Optional<Path> file;
    private final InstantSource clock;

    /** @param file  null: nobody looks */
    AliveFile(Path file, InstantSource clock) {
        this.file = Optional.ofNullable(file);
        this.clock = clock;
    }

    /** @throws CommandFailed if it cannot be written */
    void touch() {
        file.ifPresent(path -> {
            try {
                if (Files.notExists(path)) {
                    Files.createFile(path);
                }
                Files.setLastModifiedTime(path, FileTime.from(clock.instant()));
            } catch (IOException unwritable) {
                throw new CommandFailed("cannot write " + path + ": " + unwritable.getMessage(), unwritable);
            }
        });
    }

    @Override
    public void close() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException undeletable) {
                throw new CommandFailed("cannot remove " + path + ": " + undeletable.getMessage(), undeletable);
            }
        });
    }
}
