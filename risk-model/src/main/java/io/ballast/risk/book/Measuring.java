/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/**
 * Turns exact raw integers into figures in human units. Differences are taken in integers, so that a small loss on a
 * large value keeps its digits.
 */
public final class Measuring {

    private static final int FRACTION_BITS = 64;

    private final PoolTerms terms;
    private final RawPrice price;

    public Measuring(PoolTerms terms, RawPrice price) {
        this.terms = terms;
        this.price = price;
    }

    /**
     * @param principal  the tokens that the position stands for
     * @param withoutFeesX64  worth of the principal less the fees that are part of it, in token1 times 2^64
     * @param fees0X64  fees earned since entry, wherever they are now, times 2^64
     */
    public PositionMeasures measures(
            PositionState position,
            TokenAmounts principal,
            BigInteger withoutFeesX64,
            BigInteger fees0X64,
            BigInteger fees1X64,
            double rawGamma) {
        CostBasis basis = position.basis();
        BigInteger hodlX64 = basis.valueX64(price);
        double hodl = human1(hodlX64);
        double il = human1(withoutFeesX64.subtract(hodlX64));
        FeeLedger fees = position.fees();
        return new PositionMeasures(
                price.human(terms.decimals0(), terms.decimals1()),
                human1(valueX64(principal)),
                human0(basis.hodl0X64()),
                human1(basis.hodl1X64()),
                hodl,
                il,
                hodl == 0 ? null : il / hodl,
                human1(basis.realisedIlX64()),
                human0(principal.amount0().shiftLeft(FRACTION_BITS)),
                human1(principal.amount1().shiftLeft(FRACTION_BITS)),
                humanGamma(rawGamma),
                human0(fees0X64),
                human1(fees1X64),
                human0(fees.feesCollected0().shiftLeft(FRACTION_BITS)),
                human1(fees.feesCollected1().shiftLeft(FRACTION_BITS)),
                human1(price.inToken1(fees0X64).add(fees1X64)),
                null);
    }

    /** Worth of raw amounts in token1, times 2^64. */
    public BigInteger valueX64(TokenAmounts amounts) {
        return price.inToken1(amounts.amount0().shiftLeft(FRACTION_BITS))
                .add(amounts.amount1().shiftLeft(FRACTION_BITS));
    }

    /** Token0 per (token1 per token0): raw times 10^(decimals1 - 2 * decimals0). */
    private double humanGamma(double rawGamma) {
        return rawGamma == 0 ? 0 : rawGamma * Math.pow(10, terms.decimals1() - 2.0 * terms.decimals0());
    }

    private double human0(BigInteger rawX64) {
        return human(rawX64, terms.decimals0());
    }

    private double human1(BigInteger rawX64) {
        return human(rawX64, terms.decimals1());
    }

    private static double human(BigInteger rawX64, int decimals) {
        return Math.scalb(rawX64.doubleValue(), -FRACTION_BITS) / PowerOfTen.of(decimals);
    }
}
