/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Rows of wide integers, side by side in one array: no object for each number, exact addition without allocation.
 *
 * <p>Mutable and single-threaded.
 */
final class SumTable {

    private final SumLayout layout;
    private long[] words;

    SumTable(SumLayout layout, int rows) {
        this.layout = layout;
        this.words = new long[rows * layout.stride()];
    }

    SumLayout layout() {
        return layout;
    }

    void resize(int rows) {
        words = Arrays.copyOf(words, rows * layout.stride());
    }

    void clear(int row) {
        int from = row * layout.stride();
        Arrays.fill(words, from, from + layout.stride(), 0);
    }

    /** Adds one row's sums to another's. */
    void addSums(int row, int other) {
        addSums(words, row * layout.stride(), words, other * layout.stride());
    }

    /** Takes one row's sums off another's. */
    void subtractSums(int row, int other) {
        subtractSums(words, row * layout.stride(), words, other * layout.stride());
    }

    /** Adds the sums of a single row, which has this table's layout. */
    void addSums(int row, SumTable single) {
        addSums(words, row * layout.stride(), single.words, 0);
    }

    /** Adds a row's sums to this table's only row; the other table has the same layout. */
    void accumulate(SumTable table, int row) {
        addSums(words, 0, table.words, row * layout.stride());
    }

    /** Takes a row's sums off this table's only row. */
    void reduce(SumTable table, int row) {
        subtractSums(words, 0, table.words, row * layout.stride());
    }

    void copyRow(int row, SumTable from, int fromRow) {
        for (int field = 0; field <= SumLayout.GROSS; field++) {
            copyField(field, row, from, fromRow);
        }
    }

    BigInteger get(int row, int field) {
        int from = row * layout.stride() + layout.start(field);
        int count = layout.words(field);
        byte[] bytes = new byte[count * Long.BYTES];
        for (int i = 0; i < count; i++) {
            putBigEndian(bytes, (count - 1 - i) * Long.BYTES, words[from + i]);
        }
        return new BigInteger(bytes);
    }

    void set(int row, int field, BigInteger value) {
        int from = row * layout.stride() + layout.start(field);
        for (int i = 0; i < layout.words(field); i++) {
            words[from + i] = value.shiftRight(i * Long.SIZE).longValue();
        }
    }

    boolean isZero(int row, int field) {
        int from = row * layout.stride() + layout.start(field);
        long any = 0;
        for (int i = 0; i < layout.words(field); i++) {
            any |= words[from + i];
        }
        return any == 0;
    }

    private void copyField(int field, int row, SumTable from, int fromRow) {
        int target = row * layout.stride() + layout.start(field);
        int source = fromRow * from.layout.stride() + from.layout.start(field);
        int count = Math.min(layout.words(field), from.layout.words(field));
        System.arraycopy(from.words, source, words, target, count);
        long sign = words[target + count - 1] >> (Long.SIZE - 1);
        Arrays.fill(words, target + count, target + layout.words(field), sign);
    }

    private void addSums(long[] target, int at, long[] source, int from) {
        for (int field = 0; field < SumLayout.SUMS; field++) {
            int end = layout.start(field + 1);
            long carry = 0;
            for (int i = layout.start(field); i < end; i++) {
                long a = target[at + i];
                long b = source[from + i];
                long sum = a + b + carry;
                carry = ((a & b) | ((a | b) & ~sum)) >>> (Long.SIZE - 1);
                target[at + i] = sum;
            }
        }
    }

    private void subtractSums(long[] target, int at, long[] source, int from) {
        for (int field = 0; field < SumLayout.SUMS; field++) {
            int end = layout.start(field + 1);
            long borrow = 0;
            for (int i = layout.start(field); i < end; i++) {
                long a = target[at + i];
                long b = source[from + i];
                long difference = a - b - borrow;
                borrow = ((~a & b) | ((~a | b) & difference)) >>> (Long.SIZE - 1);
                target[at + i] = difference;
            }
        }
    }

    private static void putBigEndian(byte[] bytes, int at, long word) {
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[at + i] = (byte) (word >>> (Long.BYTES - 1 - i) * Byte.SIZE);
        }
    }
}
