/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * What each subject last put into its group's sums, exactly, so that it can be taken out again when the subject changes: 96
 * bytes a subject, in rows of longs. Numbers that do not fit, which no pool has by its own arithmetic, are kept aside.
 *
 * <p>Mutable and single-threaded.
 */
public final class Contributions {

    private static final int LIQUIDITY = 1;
    private static final int HODL0 = 3;
    private static final int HODL1 = 6;
    private static final int REALISED = 9;
    private static final int ROW = 12;
    private static final int LIQUIDITY_BITS = 128;
    private static final int SIGNED_BITS = 192;
    /** Ticks of a range differ, so these two can be none. */
    private static final long ABSENT = ticks(0, 0);

    private static final long ASIDE = ticks(1, 1);

    private final LongColumn rows = new LongColumn();
    private final Map<Integer, Row> aside = new HashMap<>();
    private int ids;

    /**
     * One subject's part of a group's sums.
     *
     * @param tickLower  where its range begins
     * @param tickUpper  where it ends, above tickLower
     * @param liquidity  not negative
     * @param hodl0X64  token0 of the basket, raw times 2^64
     * @param hodl1X64  token1 of the basket, raw times 2^64
     * @param realisedIlX64  loss that withdrawals have fixed, raw token1 times 2^64; negative is a loss
     */
    public record Row(
            int tickLower,
            int tickUpper,
            BigInteger liquidity,
            BigInteger hodl0X64,
            BigInteger hodl1X64,
            BigInteger realisedIlX64) {

        public Row {
            if (tickLower >= tickUpper || liquidity.signum() < 0) {
                throw new IllegalArgumentException("A range needs its ticks in order and no negative liquidity: "
                        + tickLower + ".." + tickUpper + ", " + liquidity);
            }
        }
    }

    /** Null where there is none. */
    public Row get(int id) {
        long ticks = id >= 0 && id < ids ? rows.get(id * ROW) : ABSENT;
        if (ticks == ABSENT) {
            return null;
        } else if (ticks == ASIDE) {
            return aside.get(id);
        }
        return new Row(
                (int) (ticks >> Integer.SIZE),
                (int) ticks,
                read(id, LIQUIDITY, LIQUIDITY_BITS, 1),
                read(id, HODL0, SIGNED_BITS, 0),
                read(id, HODL1, SIGNED_BITS, 0),
                read(id, REALISED, SIGNED_BITS, 0));
    }

    /** In place of what was there. */
    public void put(int id, Row row) {
        if (id >= ids) {
            rows.ensure((id + 1) * ROW);
            ids = id + 1;
        }
        aside.remove(id);
        if (fits(row)) {
            rows.set(id * ROW, ticks(row.tickLower(), row.tickUpper()));
            write(id, LIQUIDITY, LIQUIDITY_BITS, row.liquidity());
            write(id, HODL0, SIGNED_BITS, row.hodl0X64());
            write(id, HODL1, SIGNED_BITS, row.hodl1X64());
            write(id, REALISED, SIGNED_BITS, row.realisedIlX64());
        } else {
            rows.set(id * ROW, ASIDE);
            aside.put(id, row);
        }
    }

    /** Nothing happens where there is none. */
    public void remove(int id) {
        if (id >= 0 && id < ids) {
            rows.set(id * ROW, ABSENT);
            aside.remove(id);
        }
    }

    private static boolean fits(Row row) {
        return row.liquidity().bitLength() <= LIQUIDITY_BITS
                && row.hodl0X64().bitLength() < SIGNED_BITS
                && row.hodl1X64().bitLength() < SIGNED_BITS
                && row.realisedIlX64().bitLength() < SIGNED_BITS;
    }

    private static long ticks(int lower, int upper) {
        return (long) lower << Integer.SIZE | upper & 0xffff_ffffL;
    }

    /** Least significant long first, two's complement. */
    private void write(int id, int at, int bits, BigInteger value) {
        for (int i = 0; i < bits / Long.SIZE; i++) {
            rows.set(id * ROW + at + i, value.shiftRight(i * Long.SIZE).longValue());
        }
    }

    /** @param signBytes  zero bytes put in front, so that the number is not taken for a negative one */
    private BigInteger read(int id, int at, int bits, int signBytes) {
        byte[] bytes = new byte[signBytes + bits / Byte.SIZE];
        for (int i = 0; i < bits / Byte.SIZE; i++) {
            long word = rows.get(id * ROW + at + i / Long.BYTES);
            bytes[bytes.length - 1 - i] = (byte) (word >> i % Long.BYTES * Byte.SIZE);
        }
        return new BigInteger(bytes);
    }
}
