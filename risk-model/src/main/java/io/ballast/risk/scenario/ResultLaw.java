/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The law of a result, whose distribution function Brent's method inverts. Where that jumps, because the result is flat there, the
 * part of the jump that makes up the level counts for the shortfall.
 *
 * @param probability  that the result is at most x
 * @param meanBelow  {@code E[result; result <= x]}
 * @param least  the least result
 * @param most  the greatest one
 * @param accuracy  of the inversion, as a part of what lies between these
 */
record ResultLaw(
        DoubleUnaryOperator probability, DoubleUnaryOperator meanBelow, double least, double most, double accuracy) {

    private static final int EVALUATIONS = 500;

    /** @param level  such as 0.99, in (0, 1) */
    TailRisk at(double level) {
        TailRisk.requireLevel(level);
        double tail = 1 - level;
        double quantile = quantile(tail);
        double missing = tail - probability.applyAsDouble(quantile);
        double shortfall = 0.0 - (meanBelow.applyAsDouble(quantile) + quantile * missing) / tail;
        return new TailRisk(level, 0.0 - quantile, shortfall);
    }

    private double quantile(double tail) {
        if (least == most || probability.applyAsDouble(least) >= tail) {
            return least;
        }
        double span = most - least;
        return new BrentSolver(accuracy, accuracy * span)
                .solve(EVALUATIONS, x -> probability.applyAsDouble(x) - tail, least, most + accuracy * span);
    }
}
