/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A file opened for reading, unpacked if it is gzip or zip, that counts the bytes read of it as it lies on disk. */
public final class InputFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

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
        if (beginsWith(raw, GZIP_MAGIC)) {
            return new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER);
        }
        return beginsWith(raw, ZIP_MAGIC) ? new BufferedInputStream(OnlyZipEntry.of(raw), BUFFER) : raw;
    }

    private static boolean beginsWith(BufferedInputStream raw, byte[] magic) throws IOException {
        raw.mark(magic.length);
        boolean begins = Arrays.equals(raw.readNBytes(magic.length), magic);
        raw.reset();
        return begins;
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
