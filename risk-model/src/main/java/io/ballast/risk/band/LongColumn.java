/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import java.util.Arrays;

/** A growing array of longs in chunks, so that a large one grows without being copied. A small one has one small chunk. */
final class LongColumn {

    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIRST = 8;

    private long[][] chunks = {new long[FIRST]};

    long get(int index) {
        return chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)];
    }

    void set(int index, long value) {
        chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)] = value;
    }

    /** Makes room for indexes below a size. */
    void ensure(int size) {
        while (size > capacity()) {
            grow();
        }
    }

    private int capacity() {
        return chunks.length == 1 ? chunks[0].length : chunks.length << CHUNK_BITS;
    }

    private void grow() {
        if (chunks[0].length < CHUNK) {
            chunks[0] = Arrays.copyOf(chunks[0], 2 * chunks[0].length);
        } else {
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            chunks[chunks.length - 1] = new long[CHUNK];
        }
    }
}
