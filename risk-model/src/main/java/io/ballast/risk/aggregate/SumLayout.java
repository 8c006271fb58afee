/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

/**
 * How many 64-bit words each number of a row takes, given how large liquidity can get. Immutable.
 *
 * <p>A row has three sums over boundaries and one number of the boundary itself, all in two's complement, lowest word first.
 */
final class SumLayout {

    /** Sum of liquidity net. */
    static final int NET = 0;
    /** Sum of liquidity net times the boundary's sqrtPriceX96. */
    static final int NET_TIMES_PRICE = 1;
    /** Sum of liquidity net times the boundary's inverse price. */
    static final int NET_OVER_PRICE = 2;
    /** Liquidity of all ranges that end at this boundary; not a sum over others. */
    static final int GROSS = 3;

    /** The first so many fields are sums. */
    static final int SUMS = 3;

    private static final int FIELDS = 4;
    private static final int SIGN_BIT = 1;
    /** Bits of each field beyond those of liquidity. */
    private static final int[] FACTOR_BITS = {0, BoundaryPrice.PRICE_BITS, BoundaryPrice.INVERSE_BITS, 0};

    private final int liquidityBits;
    private final int[] starts = new int[FIELDS + 1];

    /** @param leastLiquidityBits  sums of liquidity have so many bits or fewer */
    SumLayout(int leastLiquidityBits) {
        int most = Integer.MAX_VALUE;
        for (int field = 0; field < FIELDS; field++) {
            int words = Math.floorDiv(leastLiquidityBits + FACTOR_BITS[field] + SIGN_BIT - 1, Long.SIZE) + 1;
            starts[field + 1] = starts[field] + words;
            most = Math.min(most, words * Long.SIZE - SIGN_BIT - FACTOR_BITS[field]);
        }
        liquidityBits = most;
    }

    /** True if sums of liquidity of so many bits fit. */
    boolean fits(int bits) {
        return bits <= liquidityBits;
    }

    int start(int field) {
        return starts[field];
    }

    int words(int field) {
        return starts[field + 1] - starts[field];
    }

    /** Words of a whole row. */
    int stride() {
        return starts[FIELDS];
    }
}
