/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file opened for reading, unpacked if it is gzip, that counts the bytes read of it as it lies on disk. */
public final class InputFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;

    private final Path path;
    private final CountingStream counted;
    private final InputStream content;

    private InputFile(Path path, CountingStream counted, InputStream content) {
        this.path = path;
        this.counted = counted;
        this.content = content;
    }

    /** @throws InputException if it is not there, is a directory, or cannot be read */
    public static InputFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw new InputException(path + " is a directory, not a file");
        }
        try {
            CountingStream counted = new CountingStream(Files.newInputStream(path));
            return new InputFile(path, counted, unpacked(new BufferedInputStream(counted, BUFFER)));
        } catch (NoSuchFileException e) {
            throw new InputException(path + ": no such file", e);
        } catch (IOException e) {
            throw new InputException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream unpacked(BufferedInputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == GZIP_MAGIC_1 && raw.read() == GZIP_MAGIC_2;
        raw.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    }

    /** Its content, unpacked. */
    public InputStream content() {
        return content;
    }

    public Path path() {
        return path;
    }

    /** Bytes taken from disk so far. */
    public long bytesRead() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static final class CountingStream extends FilterInputStream {

        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
