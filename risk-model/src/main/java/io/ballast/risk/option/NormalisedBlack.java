/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

/**
 * Value of an out-of-the-money option in units of {@code sqrt(forward*strike)}, undiscounted: with {@code x = -|ln(F/K)|}
 * and s the total volatility {@code sigma*sqrt(T)},
 *
 * <pre>
 *   b(x, s) = e^(x/2) N(x/s + s/2) - e^(-x/2) N(x/s - s/2)
 * </pre>
 *
 * <p>Calls and puts have the same b. It is computed without cancellation, so that a value of 1e-200 keeps its digits.
 * Source: Jaeckel, "Let's be rational" (2015), section 2.
 */
final class NormalisedBlack {

    /** Half total volatility below which the difference of two Mills ratios is summed as a series. */
    private static final double SERIES_BELOW = 0.2;
    /** Beyond it the terms of the series cancel more than the plain difference does. */
    private static final double SERIES_MONEYNESS = 1;

    private NormalisedBlack() {}

    /**
     * @param x  minus the absolute log-moneyness, not positive
     * @param s  total volatility, positive
     */
    static double value(double x, double s) {
        double h = x / s;
        double t = s / 2;
        double density = vega(x, s);
        if (t <= SERIES_BELOW && -2 * h * t <= SERIES_MONEYNESS) {
            return density == 0 ? 0 : density * series(h, t);
        }
        if (h + t > 0) {
            return Math.exp(x / 2) * Gaussian.cumulative(h + t) - Math.exp(-x / 2) * Gaussian.cumulative(h - t);
        }
        return density == 0 ? 0 : density * (Gaussian.millsRatio(-h - t) - Gaussian.millsRatio(t - h));
    }

    /** {@code db/ds = exp(-(h^2 + t^2)/2)/sqrt(2 pi)} with h = x/s, t = s/2. */
    static double vega(double x, double s) {
        double h = x / s;
        double t = s / 2;
        return Gaussian.density(h) * Math.exp(-0.5 * t * t);
    }

    /**
     * {@code Y(h+t) - Y(h-t)} with {@code Y(z) = N(z)/n(z)}, from the odd Taylor terms around h. {@code Y' = 1 + h Y}, and the
     * derivative of order n + 1 is {@code h Y(n) + n Y(n-1)}.
     */
    private static double series(double h, double t) {
        double before = Gaussian.millsRatio(-h);
        double derivative = 1 + h * before;
        double power = t;
        double sum = 0;
        for (int order = 1; Math.abs(derivative * power) > 1e-17 * Math.abs(sum); order += 2) {
            sum += derivative * power;
            double second = h * derivative + order * before;
            before = second;
            derivative = h * second + (order + 1) * derivative;
            power *= t * t / ((order + 1) * (order + 2));
        }
        return 2 * sum;
    }
}
