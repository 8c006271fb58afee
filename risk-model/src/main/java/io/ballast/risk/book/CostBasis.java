/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;

/**
 * The basket that a position is measured against: the tokens deposited, less the part withdrawn, at average cost; and the
 * impermanent loss that withdrawals have fixed.
 *
 * <p>Raw units times 2^64, so that taking a fraction out again and again loses nothing that shows. Average cost equals lot
 * by lot accounting exactly, since the loss is linear in liquidity.
 *
 * @param hodl0X64  token0 of the basket
 * @param hodl1X64  token1 of the basket
 * @param realisedIlX64  in token1; negative is a loss
 */
public record CostBasis(BigInteger hodl0X64, BigInteger hodl1X64, BigInteger realisedIlX64) {

    public static final CostBasis NONE = new CostBasis(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    private static final int FRACTION_BITS = 64;

    /** Adds tokens that were transferred in. */
    public CostBasis deposit(BigInteger amount0, BigInteger amount1) {
        return new CostBasis(
                hodl0X64.add(amount0.shiftLeft(FRACTION_BITS)),
                hodl1X64.add(amount1.shiftLeft(FRACTION_BITS)),
                realisedIlX64);
    }

    /**
     * Takes a part of the basket out and fixes its loss: proceeds less that part of the basket, both at this price.
     *
     * @param part  liquidity withdrawn
     * @param whole  liquidity before; at least the part and positive
     * @param price  the pool's price at the withdrawal
     */
    public CostBasis withdraw(
            BigInteger part, BigInteger whole, BigInteger proceeds0, BigInteger proceeds1, RawPrice price) {
        CostBasis out = part(part, whole);
        BigInteger gain0X64 = proceeds0.shiftLeft(FRACTION_BITS).subtract(out.hodl0X64);
        BigInteger gain1X64 = proceeds1.shiftLeft(FRACTION_BITS).subtract(out.hodl1X64);
        CostBasis left = minus(out);
        return new CostBasis(
                left.hodl0X64,
                left.hodl1X64,
                realisedIlX64.add(price.inToken1(gain0X64)).add(gain1X64));
    }

    /** The basket of a part of the liquidity, with nothing realised. */
    public CostBasis part(BigInteger part, BigInteger whole) {
        if (part.signum() < 0 || part.compareTo(whole) > 0 || whole.signum() == 0) {
            throw new IllegalArgumentException("cannot take " + part + " out of a liquidity of " + whole);
        }
        return new CostBasis(
                hodl0X64.multiply(part).divide(whole), hodl1X64.multiply(part).divide(whole), BigInteger.ZERO);
    }

    /** This basket and another; what either has realised is added up. */
    public CostBasis plus(CostBasis other) {
        return new CostBasis(
                hodl0X64.add(other.hodl0X64), hodl1X64.add(other.hodl1X64), realisedIlX64.add(other.realisedIlX64));
    }

    /** This basket without a part of it; what is realised stays. */
    public CostBasis minus(CostBasis part) {
        return new CostBasis(hodl0X64.subtract(part.hodl0X64), hodl1X64.subtract(part.hodl1X64), realisedIlX64);
    }

    /** What takes this basket out of a sum. */
    CostBasis negated() {
        return new CostBasis(hodl0X64.negate(), hodl1X64.negate(), realisedIlX64.negate());
    }

    /** Adds to what is realised, in token1 times 2^64. */
    public CostBasis realise(BigInteger gainX64) {
        return new CostBasis(hodl0X64, hodl1X64, realisedIlX64.add(gainX64));
    }

    /** Worth of the basket in token1, times 2^64. */
    public BigInteger valueX64(RawPrice price) {
        return price.inToken1(hodl0X64).add(hodl1X64);
    }
}
