/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;

/**
 * Tells fees from principal in what a position collects. A collection pays principal that was withdrawn first and fees
 * with the rest, so that fees earned = fees collected + owed - principal not yet collected.
 *
 * @param principalOwed0  token0 withdrawn but not collected, raw
 * @param principalOwed1  token1 withdrawn but not collected, raw
 * @param feesCollected0  fees in token0 paid out so far, raw
 * @param feesCollected1  fees in token1 paid out so far, raw
 */
public record FeeLedger(
        BigInteger principalOwed0, BigInteger principalOwed1, BigInteger feesCollected0, BigInteger feesCollected1) {

    public static final FeeLedger NONE =
            new FeeLedger(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    private static final int FRACTION_BITS = 64;

    /** Principal was credited by a withdrawal. */
    public FeeLedger withdrawn(BigInteger amount0, BigInteger amount1) {
        return new FeeLedger(principalOwed0.add(amount0), principalOwed1.add(amount1), feesCollected0, feesCollected1);
    }

    /** Something was paid out: principal first. */
    public FeeLedger collected(BigInteger amount0, BigInteger amount1) {
        BigInteger principal0 = amount0.min(principalOwed0);
        BigInteger principal1 = amount1.min(principalOwed1);
        return new FeeLedger(
                principalOwed0.subtract(principal0),
                principalOwed1.subtract(principal1),
                feesCollected0.add(amount0).subtract(principal0),
                feesCollected1.add(amount1).subtract(principal1));
    }

    /** Fees alone were paid out, in both tokens times 2^64; rounded down. */
    public FeeLedger plusFees(BigInteger fees0X64, BigInteger fees1X64) {
        return new FeeLedger(
                principalOwed0,
                principalOwed1,
                feesCollected0.add(fees0X64.shiftRight(FRACTION_BITS)),
                feesCollected1.add(fees1X64.shiftRight(FRACTION_BITS)));
    }

    /** Both ledgers added up. */
    FeeLedger plus(FeeLedger other) {
        return new FeeLedger(
                principalOwed0.add(other.principalOwed0),
                principalOwed1.add(other.principalOwed1),
                feesCollected0.add(other.feesCollected0),
                feesCollected1.add(other.feesCollected1));
    }

    /** What takes this ledger out of a sum. */
    FeeLedger negated() {
        return new FeeLedger(
                principalOwed0.negate(), principalOwed1.negate(), feesCollected0.negate(), feesCollected1.negate());
    }

    /** Fees earned in token0 since entry when so much is owed now. */
    public BigInteger earned0(BigInteger owed0) {
        return earnedOrOwing0(owed0).max(BigInteger.ZERO);
    }

    /** The same where a part of what is owed is counted elsewhere, so that it may be negative: for sums. */
    BigInteger earnedOrOwing0(BigInteger owed0) {
        return feesCollected0.add(owed0).subtract(principalOwed0);
    }

    /** {@link #earnedOrOwing0} in token1. */
    BigInteger earnedOrOwing1(BigInteger owed1) {
        return feesCollected1.add(owed1).subtract(principalOwed1);
    }

    /** Fees earned in token1 since entry when so much is owed now. */
    public BigInteger earned1(BigInteger owed1) {
        return earnedOrOwing1(owed1).max(BigInteger.ZERO);
    }
}
