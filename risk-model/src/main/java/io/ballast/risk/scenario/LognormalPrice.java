/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.option.Gaussian;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A price that will be lognormal with mean {@code forward}: {@code ln P ~ N(ln F - v^2/2, v^2)}, v = volatility *
 * sqrt(years). With the price now for a forward it has no drift.
 *
 * @param forward  token1 per token0
 * @param volatility  a year, fraction
 * @param years  horizon
 */
public record LognormalPrice(double forward, double volatility, double years) {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    public LognormalPrice {
        requirePositive("forward", forward);
        requirePositive("volatility", volatility);
        requirePositive("years", years);
    }

    /** The price that is not exceeded with this probability, in (0, 1). */
    public double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability " + probability + " must be between 0 and 1");
        }
        return atDeviation(NORMAL.inverseCumulativeProbability(probability));
    }

    /** The price so many standard deviations of its logarithm away from the median. */
    double atDeviation(double deviations) {
        double v = deviation();
        return forward * Math.exp(v * deviations - v * v / 2);
    }

    /**
     * {@code E[P^k; s in (lower, upper)]}: {@code F^k e^(k(k-1)v^2/2)} times the normal mass with its mean moved by k v; formula
     * sheet 6.3.
     *
     * @param k  0, 1/2 or 1: probability, mean of s, mean of P
     * @param lower  sqrt price; 0 for all below
     * @param upper  sqrt price; infinite for all above
     */
    double moment(double k, double lower, double upper) {
        double v = deviation();
        double scale = Math.pow(forward, k) * Math.exp(k * (k - 1) * v * v / 2);
        return scale * Math.max(0, Gaussian.between(d(upper) + k * v, d(lower) + k * v));
    }

    private double d(double sqrtPrice) {
        double v = deviation();
        return (Math.log(forward) - 2 * Math.log(sqrtPrice)) / v - v / 2;
    }

    private double deviation() {
        return volatility * Math.sqrt(years);
    }
}
