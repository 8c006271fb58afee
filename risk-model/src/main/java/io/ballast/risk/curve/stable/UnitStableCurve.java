/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The stable curve with D = 1 as a function of price. Amounts and value of any other pool are this times its D, so one
 * solution serves every holding.
 *
 * <p>The price decides sqrt(h) of {@link StablePoint} by Brent's method on logarithms, where the two are nearly in
 * proportion; both ends of the bracket are proven bounds. The curve is symmetric: below a price of 1 the coins change
 * places.
 *
 * @param k  K
 */
record UnitStableCurve(double k) {

    private static final double RELATIVE_ACCURACY = 4e-16;
    private static final double ABSOLUTE_ACCURACY = 4e-16;
    private static final int MOST_EVALUATIONS = 200;

    /** Past this the powers of h leave the doubles. */
    private static final double STEEPEST = 1e100;

    /** The point where the scarce coin costs a price of 1 + excess in the plentiful one. */
    StablePoint at(double excess) {
        if (excess == 0) {
            return StablePoint.of(k, 0);
        }
        if (excess > STEEPEST) {
            throw new IllegalArgumentException("price " + excess + " is beyond " + STEEPEST);
        }
        double low = Math.log(lowerBound(excess));
        double high = Math.log(upperBound(excess));
        BrentSolver solver = new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, 0);
        double log = solver.solve(
                MOST_EVALUATIONS, u -> Math.log(StablePoint.excessPrice(k, Math.exp(u)) / excess), low, high);
        return StablePoint.of(k, Math.exp(log));
    }

    /** From {@code excess <= 8 t (1 + t^2)^2.5 / K}, t = sqrt(h). */
    private double lowerBound(double excess) {
        double scaled = excess * k / 46;
        return scaled < 1 ? scaled : Math.pow(scaled, 1.0 / 6);
    }

    /** From {@code excess >= 4 t (1 + t^2)^1.5 / 3K} and {@code excess >= 4 t^6 / 3K^2}. */
    private double upperBound(double excess) {
        double linear = 0.76 * excess * k;
        return Math.min(linear, Math.pow(linear * k, 1.0 / 6));
    }
}
