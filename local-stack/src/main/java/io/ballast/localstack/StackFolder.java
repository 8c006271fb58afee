/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import io.ballast.localstack.files.Folders;
import io.ballast.localstack.problem.FolderInUseException;
import io.ballast.localstack.problem.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A stack's data folder while the stack is open: nobody else's, and gone afterwards if it is temporary. */
final class StackFolder implements AutoCloseable {
    private static final String TEMPORARY = "ballast-stack-";
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path path;
    private final boolean temporary;
    private final FolderLock lock;

    private StackFolder(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
        this.lock = FolderLock.take(path);
    }

    /** @throws FolderInUseException if another stack has it */
    static StackFolder open(Optional<Path> kept) {
        return kept.map(path -> new StackFolder(path, false)).orElseGet(() -> new StackFolder(newTemporary(), true));
    }

    private static Path newTemporary() {
        try {
            Path folder = Files.createTempDirectory(TEMPORARY);
            // What a killed process has left behind.
            Folders.deleteOld(folder.getParent(), TEMPORARY, LEFT_BEHIND, FolderLock::isTaken);
            return folder;
        } catch (IOException e) {
            throw new LocalStackException("Cannot make a temporary folder: " + e, e);
        }
    }

    Path path() {
        return path;
    }

    Path broker() {
        return path.resolve("broker");
    }

    Path registry() {
        return path.resolve("registry");
    }

    @Override
    public void close() {
        lock.close();
        if (temporary) {
            Folders.delete(path);
        }
    }
}
