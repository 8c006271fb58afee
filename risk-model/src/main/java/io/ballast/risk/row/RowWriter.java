/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.row;

import java.math.BigInteger;
import java.util.Arrays;

/** Writes one row, field after field. Mutable and single-threaded. */
public final class RowWriter {

    private byte[] bytes = new byte[64];
    private int length;

    RowWriter(int version) {
        append((byte) version);
    }

    /** One byte. */
    public RowWriter flag(boolean value) {
        return append((byte) (value ? 1 : 0));
    }

    /** Eight bytes, the highest first. */
    public RowWriter number(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            append((byte) (value >> shift));
        }
        return this;
    }

    /** A double by its bits, so it comes back the same. */
    public RowWriter real(double value) {
        return number(Double.doubleToRawLongBits(value));
    }

    /** Two's complement after its length in two bytes. */
    public RowWriter integer(BigInteger value) {
        byte[] digits = value.toByteArray();
        if (digits.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("an integer of " + digits.length + " bytes is beyond a row");
        }
        append((byte) (digits.length >> Byte.SIZE)).append((byte) digits.length);
        for (byte digit : digits) {
            append(digit);
        }
        return this;
    }

    /** A flag, and the integer unless it is null. */
    public RowWriter integerOrNull(BigInteger value) {
        flag(value != null);
        return value == null ? this : integer(value);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private RowWriter append(byte value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = value;
        return this;
    }
}
