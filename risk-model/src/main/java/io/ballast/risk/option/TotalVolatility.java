/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

/**
 * Inverse of {@link NormalisedBlack} in its total volatility, by Newton steps that a bracket keeps safe.
 *
 * <p>b(x, s) grows from 0 to {@code e^(x/2)}; it is convex below the inflection {@code s_c = sqrt(2|x|)} and concave above. Above it
 * Newton's method from s_c comes to the root from one side. Below it b vanishes as {@code exp(-x^2/(2 s^2))}, where 1/ln b is nearly
 * linear in s^2, and Newton's method takes a few steps on that. A step that leaves the bracket is replaced by halving it.
 *
 * <p>Source: Manaster and Koehler, "The calculation of implied variances" (1982); Jaeckel, "Let's be rational" (2015).
 */
final class TotalVolatility {

    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 4 * Math.ulp(1.0);

    private final double x;
    private final double target;
    private final boolean logarithmic;
    private double low;
    private double high;

    private TotalVolatility(double x, double target, double inflection) {
        this.x = x;
        this.target = target;
        this.logarithmic = inflection > 0 && target < NormalisedBlack.value(x, inflection);
        this.low = logarithmic ? 0 : inflection;
        this.high = logarithmic ? inflection : Double.POSITIVE_INFINITY;
    }

    /**
     * @param x  minus the absolute log-moneyness
     * @param target  between 0 and {@code e^(x/2)}, both excluded
     */
    static double of(double x, double target) {
        double inflection = Math.sqrt(-2 * x);
        return new TotalVolatility(x, target, inflection).solve(inflection);
    }

    private double solve(double inflection) {
        double s = start(inflection);
        for (int step = 0; step < MOST_STEPS; step++) {
            double next = next(s);
            if (Math.abs(next - s) <= CLOSE * s) {
                return next;
            }
            s = next;
        }
        return s;
    }

    private double start(double inflection) {
        if (inflection == 0) {
            return target * Math.sqrt(2 * Math.PI);
        }
        return logarithmic ? Math.min(inflection, -x / Math.sqrt(-2 * Math.log(target))) : inflection;
    }

    private double next(double s) {
        double value = NormalisedBlack.value(x, s);
        if (value < target) {
            low = Math.max(low, s);
        } else if (value > target) {
            high = Math.min(high, s);
        } else {
            return s;
        }
        double proposal = s - newtonStep(s, value);
        return proposal > low && proposal < high ? proposal : halfway();
    }

    private double newtonStep(double s, double value) {
        double vega = NormalisedBlack.vega(x, s);
        if (!logarithmic) {
            return (value - target) / vega;
        }
        double log = Math.log(value);
        // With f = 1/ln b: (f - f_target)/f'.
        return (log / Math.log(target)) * Math.log(value / target) * value / vega;
    }

    private double halfway() {
        return high == Double.POSITIVE_INFINITY ? 2 * low : 0.5 * (low + high);
    }
}
