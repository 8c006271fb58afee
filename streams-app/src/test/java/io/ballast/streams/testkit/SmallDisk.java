/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few megabytes in memory that a test can fill. Only root may have one. */
public final class SmallDisk implements AutoCloseable {

    private static final int BLOCK_BYTES = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** The test is skipped, and says so, where it cannot be had. */
    public static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        String size = "size=" + megabytes + "m";
        assumeTrue(
                isDone(List.of("mount", "-t", "tmpfs", "-o", size, "ballast-test", folder.toString())),
                "skipped: a small disk can be mounted by root only");
        return new SmallDisk(folder);
    }

    /** Takes all that is left of it. */
    public void fill() throws IOException {
        try (OutputStream file = Files.newOutputStream(filler())) {
            byte[] block = new byte[BLOCK_BYTES];
            while (folder.toFile().getUsableSpace() > 0) {
                file.write(block);
            }
        }
    }

    /** Gives that back. */
    public void makeRoom() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() {
        assertThat(isDone(List.of("umount", folder.toString()))).isTrue();
    }

    private static boolean isDone(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
