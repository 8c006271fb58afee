/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.sum;

import java.math.BigDecimal;

/**
 * A sum of doubles without any rounding, until {@link #toDouble}: a portfolio's sum is exactly that of its positions,
 * whatever the order and whichever the levels between. Immutable.
 */
public final class ExactSum {

    public static final ExactSum ZERO = new ExactSum(BigDecimal.ZERO);

    private final BigDecimal exact;

    private ExactSum(BigDecimal exact) {
        this.exact = exact;
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
        return new ExactSum(exact.add(exact(term)));
    }

    /** Adds an exact product of two doubles. */
    public ExactSum plusProduct(double factor, double other) {
        return new ExactSum(exact.add(exact(factor).multiply(exact(other))));
    }

    /** Adds a decimal. */
    public ExactSum plus(BigDecimal term) {
        return new ExactSum(exact.add(term));
    }

    public ExactSum plus(ExactSum other) {
        return new ExactSum(exact.add(other.exact));
    }

    public ExactSum minus(ExactSum other) {
        return new ExactSum(exact.subtract(other.exact));
    }

    /** The double nearest to the sum. */
    public double toDouble() {
        return exact.doubleValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactSum sum && exact.compareTo(sum.exact) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(toDouble());
    }

    @Override
    public String toString() {
        return exact.toString();
    }

    private static BigDecimal exact(double term) {
        if (!Double.isFinite(term)) {
            throw new IllegalArgumentException("cannot add " + term + ": terms of a sum must be finite");
        }
        return new BigDecimal(term);
    }
}
