/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.math.BigInteger;

/** Scales and rounding of the contracts' fixed-point numbers (v3-core: FixedPoint96, FixedPoint128, FullMath). */
public final class FixedPoint {

    /** One, in Q64.96: the scale of sqrt prices. */
    public static final BigInteger Q96 = BigInteger.ONE.shiftLeft(96);

    /** One, in Q128.128: the scale of fee growth. */
    public static final BigInteger Q128 = BigInteger.ONE.shiftLeft(128);

    private FixedPoint() {}

    /** {@code numerator / denominator} rounded up; both non-negative, the denominator positive. */
    static BigInteger divideRoundingUp(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    static BigInteger divide(BigInteger numerator, BigInteger denominator, boolean roundUp) {
        return roundUp ? divideRoundingUp(numerator, denominator) : numerator.divide(denominator);
    }
}
