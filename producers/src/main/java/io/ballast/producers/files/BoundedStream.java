/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Breaks off beyond a limit: a small packed file may unpack to anything. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private long count;

    /** @param limit  in bytes */
    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        count += read;
        if (count > limit) {
            throw new IOException("it is longer than " + limit + " bytes");
        }
    }
}
