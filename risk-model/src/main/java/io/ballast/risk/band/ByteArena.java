/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import java.util.Arrays;

/** Short byte strings one after the other in chunks, each with its length before it. They are added, never taken out. */
final class ByteArena {

    /** Longest byte string that is taken. */
    static final int LONGEST = (1 << 15) - 1;

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIRST = 64;
    private static final int LONG_FORM = 0x80;

    private byte[][] chunks = {new byte[FIRST]};
    private int last;
    private int used;

    /** Bytes taken, those at the ends of chunks that were left over included. */
    long size() {
        return ((long) last << CHUNK_BITS) + used;
    }

    /** @return where it lies */
    int add(byte[] bytes) {
        int lengthBytes = bytes.length < LONG_FORM ? 1 : 2;
        reserve(lengthBytes + bytes.length);
        int at = last << CHUNK_BITS | used;
        byte[] chunk = chunks[last];
        if (lengthBytes == 2) {
            chunk[used++] = (byte) (bytes.length >>> 8 | LONG_FORM);
        }
        chunk[used++] = (byte) bytes.length;
        System.arraycopy(bytes, 0, chunk, used, bytes.length);
        used += bytes.length;
        return at;
    }

    byte[] get(int at) {
        byte[] chunk = chunks[at >>> CHUNK_BITS];
        int start = start(at);
        return Arrays.copyOfRange(chunk, start, start + length(at));
    }

    boolean matches(int at, byte[] bytes) {
        byte[] chunk = chunks[at >>> CHUNK_BITS];
        int start = start(at);
        return Arrays.equals(chunk, start, start + length(at), bytes, 0, bytes.length);
    }

    private int start(int at) {
        int offset = at & (CHUNK - 1);
        return offset + (chunks[at >>> CHUNK_BITS][offset] < 0 ? 2 : 1);
    }

    private int length(int at) {
        byte[] chunk = chunks[at >>> CHUNK_BITS];
        int offset = at & (CHUNK - 1);
        int first = chunk[offset];
        return first < 0 ? (first & LONG_FORM - 1) << 8 | chunk[offset + 1] & 0xff : first;
    }

    private void reserve(int bytes) {
        if (used + bytes > CHUNK) {
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            last++;
            used = 0;
            chunks[last] = new byte[CHUNK];
        } else if (used + bytes > chunks[last].length) {
            int wanted = Math.max(used + bytes, 2 * chunks[last].length);
            chunks[last] = Arrays.copyOf(chunks[last], Math.min(CHUNK, wanted));
        }
    }
}
