/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import io.ballast.producers.records.SourceLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Reads a file line by line as bytes, so that a line that is no text is still told as it was. */
public final class LineReader implements AutoCloseable {

    /** Of a longer line the beginning is given, this much and one byte more. */
    public static final int MAX_LINE_BYTES = 16 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 1 << 16;

    private final InputFile file;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long number;

    public LineReader(InputFile file) {
        this.file = file;
    }

    public InputFile file() {
        return file;
    }

    /**
     * The next line; empty at the end of the file.
     *
     * @throws InputException if the file cannot be read further: the disk fails, or a gzip file is cut off
     */
    public Optional<SourceLine> next() {
        try {
            return read();
        } catch (IOException e) {
            throw new InputException(file.path() + " cannot be read beyond line " + number + ": " + e.getMessage(), e);
        }
    }

    private Optional<SourceLine> read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        while (from < to || refill()) {
            any = true;
            int end = indexOfLineEnd();
            keep(line, end < 0 ? to : end);
            if (end >= 0) {
                from = end + 1;
                return Optional.of(line(line.toByteArray(), true));
            }
            from = to;
        }
        return any ? Optional.of(line(line.toByteArray(), false)) : Optional.empty();
    }

    private boolean refill() throws IOException {
        InputStream content = file.content();
        from = 0;
        to = Math.max(0, content.read(buffer, 0, buffer.length));
        return to > 0;
    }

    private int indexOfLineEnd() {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void keep(ByteArrayOutputStream line, int end) {
        int room = MAX_LINE_BYTES + 1 - line.size();
        line.write(buffer, from, Math.min(room, end - from));
    }

    private SourceLine line(byte[] content, boolean ended) {
        number++;
        int start = number == 1 && startsWithMark(content) ? BYTE_ORDER_MARK.length : 0;
        int end = content.length > start && content[content.length - 1] == '\r' ? content.length - 1 : content.length;
        return new SourceLine(file.path().toString(), number, Arrays.copyOfRange(content, start, end), ended);
    }

    private static boolean startsWithMark(byte[] content) {
        return content.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(Arrays.copyOf(content, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
