/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

/** Remainders of second order that plain subtraction would lose: what a curve lies below its tangent. */
public final class SmallDifferences {

    private static final double SERIES_BELOW = 0.5;

    private SmallDifferences() {}

    /**
     * {@code ln(1 + x) - x}, never positive, relative error some 1e-15 for every x above -1. Near zero by the series of
     * {@code 2 artanh(s)}, s = x / (2 + x), whose first term less x is {@code -x s}.
     */
    public static double log1pMinus(double x) {
        if (Math.abs(x) > SERIES_BELOW) {
            return Math.log1p(x) - x;
        }
        double s = x / (2 + x);
        double square = s * s;
        double power = 2 * s * square;
        double sum = 0;
        for (int n = 3; Math.abs(power) > Math.abs(sum) * 1e-18 && power != 0; n += 2) {
            sum += power / n;
            power *= square;
        }
        return sum - x * s;
    }

    /**
     * {@code ln(ratio) - (ratio - 1)} where ratio - 1 is known better than the ratio tells: never positive.
     *
     * @param ratio  positive
     * @param excess  ratio - 1
     */
    public static double logMinus(double ratio, double excess) {
        return Math.abs(excess) > SERIES_BELOW ? Math.log(ratio) - excess : log1pMinus(excess);
    }

    /** {@code e^z - 1 - z}, never negative, relative error some 1e-15; infinite where e^z is. */
    public static double expm1Minus(double z) {
        if (Math.abs(z) > SERIES_BELOW) {
            return Math.expm1(z) - z;
        }
        double term = z * z / 2;
        double sum = 0;
        for (int n = 3; Math.abs(term) > Math.abs(sum) * 1e-18 && term != 0; n++) {
            sum += term;
            term *= z / n;
        }
        return sum;
    }
}
