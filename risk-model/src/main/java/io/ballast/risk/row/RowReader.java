/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.row;

import java.math.BigInteger;

/**
 * Reads what {@link RowWriter} wrote, field after field; an {@link IllegalArgumentException} where the row is too short or a
 * field cannot be one. Mutable and single-threaded.
 */
public final class RowReader {

    private final byte[] bytes;
    private final int version;
    private int position;

    RowReader(byte[] bytes) {
        this.bytes = bytes;
        this.version = next();
    }

    /** The version that wrote the row. */
    public int version() {
        return version;
    }

    public boolean flag() {
        byte value = next();
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("byte " + value + " is no flag, at " + (position - 1) + " of a row");
        }
        return value == 1;
    }

    public long number() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(next());
        }
        return value;
    }

    public double real() {
        return Double.longBitsToDouble(number());
    }

    public BigInteger integer() {
        int length = Byte.toUnsignedInt(next()) << Byte.SIZE | Byte.toUnsignedInt(next());
        if (length == 0 || length > bytes.length - position) {
            throw new IllegalArgumentException(
                    "an integer of " + length + " bytes at " + position + " of a row of " + bytes.length + " bytes");
        }
        BigInteger value = new BigInteger(bytes, position, length);
        position += length;
        return value;
    }

    public BigInteger integerOrNull() {
        return flag() ? integer() : null;
    }

    void requireEnd() {
        if (position != bytes.length) {
            throw new IllegalArgumentException(
                    "a row of " + bytes.length + " bytes, of which only " + position + " are known");
        }
    }

    private byte next() {
        if (position == bytes.length) {
            throw new IllegalArgumentException("a row of " + bytes.length + " bytes is too short");
        }
        return bytes[position++];
    }
}
