/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import io.ballast.risk.integer.Limbs;
import java.math.BigInteger;

/**
 * The exact amounts of a move between two sqrt prices at one liquidity L, without allocation.
 *
 * <p>With w the distance of the prices, token1 is {@code L*w / 2^96} and token0 is {@code L*w*2^96 / (from*to)}. Amounts are
 * known from the log nearly or fully, so they are checked by multiplying back, which is cheaper than dividing.
 *
 * <p>Source: v3-core {@code SqrtPriceMath}; dividing by one price and then by the other, as the contract does, rounds to the
 * same integer as dividing by their product.
 *
 * <p>Mutable and single-threaded; used again and again.
 */
final class SwapSegment {

    private static final int X96 = 96;
    private static final int PRICE_LIMBS = 3;
    private static final int AMOUNT_LIMBS = 2;
    private static final int PRODUCT_LIMBS = 2 * PRICE_LIMBS + AMOUNT_LIMBS;
    /** Estimates in floating point are off by less than one up to here. */
    private static final double SURE = 0x1p45;

    private BigInteger liquidityRead;
    private BigInteger toRead;
    private final long[] liquidity = new long[AMOUNT_LIMBS];
    private final long[] from = new long[PRICE_LIMBS];
    private final long[] to = new long[PRICE_LIMBS];
    private final long[] width = new long[PRICE_LIMBS];
    private final long[] volume = new long[PRICE_LIMBS + AMOUNT_LIMBS];
    private final long[] volumeX96 = new long[PRODUCT_LIMBS];
    private final long[] prices = new long[2 * PRICE_LIMBS];
    private final long[] product = new long[PRODUCT_LIMBS];
    private final long[] amount = new long[AMOUNT_LIMBS];
    private final long[] rest = new long[PRODUCT_LIMBS];
    private final long[] factor = new long[1];
    private final long[] reach = new long[PRICE_LIMBS + AMOUNT_LIMBS];
    private final long[] liquidityX96 = new long[PRICE_LIMBS + AMOUNT_LIMBS];
    /** By how much an input is more than the move takes; in token0 times from*to, in token1 times 2^96. */
    private final long[] excess = new long[PRODUCT_LIMBS];

    /** Prices of at most 160 bits, liquidity of at most 128; the direction is that of the prices. */
    void set(BigInteger liquidityInRange, BigInteger fromX96, BigInteger toX96, boolean zeroForOne) {
        if (liquidityInRange != liquidityRead) {
            Limbs.read(liquidityInRange, liquidity);
            liquidityRead = liquidityInRange;
        }
        // One swap begins where the last one ended.
        if (fromX96 == toRead) {
            System.arraycopy(to, 0, from, 0, PRICE_LIMBS);
        } else {
            Limbs.read(fromX96, from);
        }
        Limbs.read(toX96, to);
        toRead = toX96;
        Limbs.subtract(zeroForOne ? from : to, zeroForOne ? to : from, width);
        Limbs.multiply(liquidity, width, volume);
        Limbs.shiftLeft(volume, X96, volumeX96);
        Limbs.multiply(from, to, prices);
    }

    long[] liquidity() {
        return liquidity;
    }

    /** True if the move gives exactly so much token0, rounded down. */
    boolean gives0(long[] out) {
        Limbs.multiply(out, prices, product);
        return Limbs.subtract(volumeX96, product, excess) == 0 && Limbs.compare(excess, prices) < 0;
    }

    /** True if the move gives exactly so much token1, rounded down. */
    boolean gives1(long[] out) {
        return Limbs.shiftRight(volume, X96, amount) && Limbs.compare(amount, out) == 0;
    }

    /**
     * The token0 that the move takes, rounded up.
     *
     * @param most  an amount that is hardly more
     * @return false if it is more than that, or so far below that the exact amount is not found
     */
    boolean takes0(long[] most, long[] in) {
        Limbs.multiply(most, prices, product);
        if (Limbs.subtract(product, volumeX96, excess) != 0) {
            return false;
        }
        if (Limbs.compare(excess, prices) < 0) {
            System.arraycopy(most, 0, in, 0, AMOUNT_LIMBS);
            return true;
        }
        double spare = Limbs.toDouble(excess) / Limbs.toDouble(prices);
        return spare < SURE && takesLess(most, (long) spare, in);
    }

    /** Whole units that an input in token0 has to spare, estimated and then made sure of. */
    private boolean takesLess(long[] most, long spare, long[] in) {
        for (long units = Math.max(0, spare - 1); units <= spare + 1; units++) {
            Limbs.multiply(prices, units, product);
            if (Limbs.subtract(excess, product, rest) == 0 && Limbs.compare(rest, prices) < 0) {
                factor[0] = units;
                return Limbs.subtract(most, factor, in) == 0;
            }
        }
        return false;
    }

    /** The token1 that the move takes, rounded up; false if it is more than the given. */
    boolean takes1(long[] most, long[] in) {
        Limbs.shiftLeft(most, X96, product);
        if (Limbs.subtract(product, volume, excess) != 0) {
            return false;
        }
        // Rounding up the volume is rounding down what is more.
        Limbs.shiftRight(excess, X96, amount);
        Limbs.subtract(most, amount, in);
        return true;
    }

    /** True if the amount last asked about as most, paid in token0, moves the price just to where the move ends. */
    boolean leads0(long[] most) {
        Limbs.multiply(most, from, reach);
        Limbs.shiftLeft(liquidity, X96, liquidityX96);
        boolean overflows = Limbs.add(reach, liquidityX96, reach) != 0 || reach[PRICE_LIMBS + AMOUNT_LIMBS - 1] != 0;
        // Beyond 256 bits the contract takes a form that rounds differently.
        return !overflows && Limbs.compare(excess, reach) < 0;
    }

    /** The same for token1. */
    boolean leads1() {
        return Limbs.compare(excess, liquidity) < 0;
    }
}
