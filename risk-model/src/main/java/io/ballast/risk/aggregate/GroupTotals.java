/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;
import java.util.List;

/**
 * A group of concentrated positions as one: its liquidity by boundary, the basket it is measured against and the loss it has
 * realised.
 *
 * <p>To change a position, subtract what it contributed and add what it contributes now; both take O(log boundaries), and so
 * do {@link #at the figures} at any price. Sums are exact, so doing and undoing in any order leaves the same totals.
 *
 * <p>Mutable and single-threaded.
 */
public final class GroupTotals {

    private static final int X64 = 64;
    private static final int PRICE_BITS = 192;
    /** Scale of values: token0 times 2^160 at a price times 2^192. */
    private static final int VALUE_BITS = ProfileAmounts.X160 + PRICE_BITS;

    private final LiquidityProfile profile;
    private BigInteger hodl0X64 = BigInteger.ZERO;
    private BigInteger hodl1X64 = BigInteger.ZERO;
    private BigInteger realisedIlX64 = BigInteger.ZERO;
    private int count;

    /** Without positions. */
    public GroupTotals() {
        this(new LiquidityProfile());
    }

    private GroupTotals(LiquidityProfile profile) {
        this.profile = profile;
    }

    /**
     * Totals with the figures of the group that these are of, exactly, at every price. To be asked only: single positions are not
     * in it.
     *
     * @param steps  its {@link LiquidityProfile#steps}
     * @throws IllegalArgumentException if no group has such steps, or the number of positions is negative
     */
    public static GroupTotals ofSteps(
            int count, List<LiquidityStep> steps, BigInteger hodl0X64, BigInteger hodl1X64, BigInteger realisedIlX64) {
        if (count < 0) {
            throw new IllegalArgumentException("a group cannot have " + count + " positions");
        }
        GroupTotals totals = new GroupTotals(LiquidityProfile.ofSteps(steps));
        totals.count = count;
        totals.hodl0X64 = hodl0X64;
        totals.hodl1X64 = hodl1X64;
        totals.realisedIlX64 = realisedIlX64;
        return totals;
    }

    /** Takes a position in. */
    public void add(Contribution position) {
        profile.add(position.tickLower(), position.tickUpper(), position.liquidity());
        hodl0X64 = hodl0X64.add(position.hodl0X64());
        hodl1X64 = hodl1X64.add(position.hodl1X64());
        realisedIlX64 = realisedIlX64.add(position.realisedIlX64());
        count++;
    }

    /**
     * Takes out a position with exactly what it contributed.
     *
     * @throws IllegalArgumentException if the group has no position, or less liquidity at its ticks
     */
    public void subtract(Contribution position) {
        if (count == 0) {
            throw new IllegalArgumentException("cannot take " + position + " out of an empty group");
        }
        profile.add(
                position.tickLower(), position.tickUpper(), position.liquidity().negate());
        hodl0X64 = hodl0X64.subtract(position.hodl0X64());
        hodl1X64 = hodl1X64.subtract(position.hodl1X64());
        realisedIlX64 = realisedIlX64.subtract(position.realisedIlX64());
        count--;
    }

    /** Number of positions, those without liquidity included. */
    public int count() {
        return count;
    }

    /** Liquidity by boundary; read it only. */
    public LiquidityProfile profile() {
        return profile;
    }

    /** Token0 of the basket, raw times 2^64. */
    public BigInteger hodl0X64() {
        return hodl0X64;
    }

    /** Token1 of the basket, raw times 2^64. */
    public BigInteger hodl1X64() {
        return hodl1X64;
    }

    /** Loss that withdrawals have fixed, raw token1 times 2^64; negative is a loss. */
    public BigInteger realisedIlX64() {
        return realisedIlX64;
    }

    /**
     * Figures at a sqrt price, in raw units. Differences are taken in integers and rounded to a double once, so that the loss
     * of a small move keeps its digits.
     *
     * @param sqrtPriceX96  positive, Q64.96; need not be the pool's own
     */
    public GroupFigures at(BigInteger sqrtPriceX96) {
        BigInteger priceX192 = sqrtPriceX96.multiply(sqrtPriceX96);
        PrefixSums sums = profile.sumsAt(sqrtPriceX96);
        ProfileAmounts amounts = sums.amounts(sqrtPriceX96);
        BigInteger hodl0X160 = hodl0X64.shiftLeft(ProfileAmounts.X160 - X64);
        BigInteger hodl1X96 = hodl1X64.shiftLeft(ProfileAmounts.X96 - X64);
        double hodl = value(hodl0X160, hodl1X96, priceX192);
        double il = value(
                amounts.amount0X160().subtract(hodl0X160), amounts.amount1X96().subtract(hodl1X96), priceX192);
        return new GroupFigures(
                count,
                value(amounts.amount0X160(), amounts.amount1X96(), priceX192),
                hodl,
                il,
                hodl == 0 ? null : il / hodl,
                ScaledInteger.toDouble(realisedIlX64, X64),
                amounts.amount0(),
                amounts.amount1(),
                ScaledInteger.toDouble(hodl0X64, X64),
                ScaledInteger.toDouble(hodl1X64, X64),
                gamma(sums.liquidity(), sqrtPriceX96));
    }

    private static double value(BigInteger amount0X160, BigInteger amount1X96, BigInteger priceX192) {
        BigInteger exact = amount0X160.multiply(priceX192).add(amount1X96.shiftLeft(VALUE_BITS - ProfileAmounts.X96));
        return ScaledInteger.toDouble(exact, VALUE_BITS);
    }

    private static double gamma(BigInteger liquidity, BigInteger sqrtPriceX96) {
        if (liquidity.signum() == 0) {
            return 0;
        }
        double sqrtPrice = ScaledInteger.toDouble(sqrtPriceX96, ProfileAmounts.X96);
        return -ScaledInteger.toDouble(liquidity, 0) / 2 / sqrtPrice / sqrtPrice / sqrtPrice;
    }
}
