/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.sum;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A sum of doubles without any rounding, until {@link #toDouble}: a portfolio's sum is exactly that of its positions,
 * whatever the order and whichever the levels between. Immutable.
 *
 * <p>Doubles are whole numbers times a power of two, and so are their products and sums: they are kept that way, for to write them
 * out in decimals takes several times as long. Decimals, which need not be such numbers, are added apart.
 */
public final class ExactSum {

    public static final ExactSum ZERO = new ExactSum(BigInteger.ZERO, 0, BigDecimal.ZERO);

    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final int EXPONENT_MASK = 0x7ff;
    private static final int EXPONENT_BIAS = 1075;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private final BigInteger whole;
    private final int exponent;
    private final BigDecimal decimals;

    /** The number {@code whole * 2^exponent + decimals}. */
    private ExactSum(BigInteger whole, int exponent, BigDecimal decimals) {
        this.whole = whole;
        this.exponent = exponent;
        this.decimals = decimals;
    }

    /** The sum of the terms; none give zero. */
    public static ExactSum of(double... terms) {
        ExactSum sum = ZERO;
        for (double term : terms) {
            sum = sum.plus(term);
        }
        return sum;
    }

    /** @throws IllegalArgumentException if the term is not finite */
    public ExactSum plus(double term) {
        requireFinite(term);
        return term == 0 ? this : plus(BigInteger.valueOf(whole(term)), exponent(term));
    }

    /**
     * Adds an exact product of two doubles.
     *
     * @throws IllegalArgumentException if one of them is not finite
     */
    public ExactSum plusProduct(double factor, double other) {
        requireFinite(factor);
        requireFinite(other);
        if (factor == 0 || other == 0) {
            return this;
        }
        BigInteger product = BigInteger.valueOf(whole(factor)).multiply(BigInteger.valueOf(whole(other)));
        return plus(product, exponent(factor) + exponent(other));
    }

    /** Adds a decimal. */
    public ExactSum plus(BigDecimal term) {
        return new ExactSum(whole, exponent, decimals.add(term));
    }

    public ExactSum plus(ExactSum other) {
        ExactSum sum = plus(other.whole, other.exponent);
        return other.decimals.signum() == 0 ? sum : sum.plus(other.decimals);
    }

    public ExactSum minus(ExactSum other) {
        ExactSum difference = plus(other.whole.negate(), other.exponent);
        return other.decimals.signum() == 0 ? difference : difference.plus(other.decimals.negate());
    }

    /** The double nearest to the sum. */
    public double toDouble() {
        if (whole.signum() == 0 && decimals.signum() == 0) {
            return 0;
        }
        int magnitude = whole.bitLength() + exponent;
        boolean isNormal = magnitude > Double.MIN_EXPONENT + 1 && magnitude < Double.MAX_EXPONENT;
        return decimals.signum() == 0 && isNormal && whole.bitLength() < Double.MAX_EXPONENT
                ? Math.scalb(whole.doubleValue(), exponent)
                : toDecimal().doubleValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactSum sum && toDecimal().compareTo(sum.toDecimal()) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(toDouble());
    }

    /** The sum in all its digits. */
    @Override
    public String toString() {
        return toDecimal().toString();
    }

    private ExactSum plus(BigInteger more, int itsExponent) {
        if (more.signum() == 0) {
            return this;
        }
        if (whole.signum() == 0) {
            return new ExactSum(more, itsExponent, decimals);
        }
        int least = Math.min(exponent, itsExponent);
        BigInteger sum = whole.shiftLeft(exponent - least).add(more.shiftLeft(itsExponent - least));
        return new ExactSum(sum, least, decimals);
    }

    /** Two is ten by five. */
    private BigDecimal toDecimal() {
        BigDecimal binary = exponent >= 0
                ? new BigDecimal(whole.shiftLeft(exponent))
                : new BigDecimal(whole.multiply(FIVE.pow(-exponent)), -exponent);
        return binary.add(decimals);
    }

    /** Without the zeros at its end, which are in the exponent: most terms are short then. */
    private static long whole(double term) {
        long found = scaled(term) >> Long.numberOfTrailingZeros(scaled(term));
        return term < 0 ? -found : found;
    }

    private static int exponent(double term) {
        return Math.max(1, biased(term)) - EXPONENT_BIAS + Long.numberOfTrailingZeros(scaled(term));
    }

    private static long scaled(double term) {
        long bits = Double.doubleToLongBits(term);
        return biased(term) == 0 ? bits & MANTISSA : bits & MANTISSA | 1L << MANTISSA_BITS;
    }

    private static int biased(double term) {
        return (int) (Double.doubleToLongBits(term) >> MANTISSA_BITS) & EXPONENT_MASK;
    }

    private static void requireFinite(double term) {
        if (!Double.isFinite(term)) {
            throw new IllegalArgumentException("cannot add " + term + ": terms of a sum must be finite");
        }
    }
}
