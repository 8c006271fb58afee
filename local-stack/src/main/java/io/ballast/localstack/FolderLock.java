/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import io.ballast.localstack.problem.FolderInUseException;
import io.ballast.localstack.problem.LocalStackException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two stacks from using one folder; the operating system releases it when the process dies. */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "stack.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws FolderInUseException if another stack has the folder */
    static FolderLock take(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new FolderInUseException("The data folder " + folder + " is used by another stack, process "
                        + Files.readString(file).trim() + ": stop that one or choose another folder");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new LocalStackException("The data folder " + folder + " cannot be used: " + e, e);
        }
    }

    /** Whether a stack has the folder now; a folder without a lock file is nobody's. */
    static boolean isTaken(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !isLocked(channel);
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether the lock could be had, and is held from now on until the channel is closed. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LocalStackException("The lock of the data folder cannot be released: " + e, e);
        }
    }
}
