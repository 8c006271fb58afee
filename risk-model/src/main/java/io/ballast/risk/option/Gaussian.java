/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import org.apache.commons.math3.special.Erf;

/** The standard normal law with both tails to full relative precision. */
public final class Gaussian {

    private static final double SQRT_TWO = Math.sqrt(2);
    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
    /** From here on outwards the continued fraction is short. */
    private static final double TAIL = 2;

    private Gaussian() {}

    /** {@code exp(-z^2/2)/sqrt(2 pi)}. */
    public static double density(double z) {
        return Math.exp(-0.5 * z * z) / SQRT_TWO_PI;
    }

    /** {@code N(z)}: probability below z. For the probability above it ask for {@code cumulative(-z)}, never 1 minus this. */
    public static double cumulative(double z) {
        return z < -TAIL ? density(z) * millsRatio(-z) : 0.5 * Erf.erfc(-z / SQRT_TWO);
    }

    /** Probability between two bounds, the greater one last: from the nearer tail. */
    public static double between(double from, double to) {
        return from > 0 ? cumulative(-from) - cumulative(-to) : cumulative(to) - cumulative(from);
    }

    /**
     * {@code N(-x)/n(x)}, the scaled complementary error function {@code sqrt(pi/2) erfcx(x/sqrt(2))}: finite where the tail
     * itself vanishes. Relative error some 1e-15.
     *
     * <p>Beyond 2 by the continued fraction {@code 1/(x + 1/(x + 2/(x + 3/(x + ...))))} (Abramowitz and Stegun 26.2.14), with
     * as many terms as the rounding of a double needs.
     *
     * @param x  any number that is not below -37, where the ratio would overflow
     */
    static double millsRatio(double x) {
        if (x < TAIL) {
            return 0.5 * Erf.erfc(x / SQRT_TWO) / density(x);
        }
        double fraction = x;
        for (int term = (int) (10 + 480 / (x * x)); term > 0; term--) {
            fraction = x + term / fraction;
        }
        return 1 / fraction;
    }
}
