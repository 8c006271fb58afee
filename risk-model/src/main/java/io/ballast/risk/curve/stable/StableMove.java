/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import static io.ballast.risk.curve.SmallDifferences.expm1Minus;

/**
 * A way along a stable curve, told by where it ends and by the logarithms of what the balances were before over what they are
 * then. The loss is that of {@link StableCurve#rebalancingLoss}.
 *
 * @param k  K
 * @param bend  {@code D^3 / (4 x y)} at the end
 * @param end0  scaled balance of coin 0 at the end
 * @param end1  the same of coin 1
 * @param log0  ln(balance of coin 0 before / at the end)
 * @param log1  the same of coin 1
 */
record StableMove(double k, double bend, double end0, double end1, double log0, double log1) {

    /** From here on the quotient of two balances tells its logarithm well enough to begin with. */
    private static final double SMALL_MOVE = 3e-2;

    /** The first guess misses by the square of a small move; each step squares that. */
    private static final int STEPS = 3;

    /**
     * The way between two points of a curve.
     *
     * @param start0  scaled balance of coin 0 before
     * @param logOfRatio  ln(x/y before over x/y at the end), right to its last digits
     */
    static StableMove between(double k, double depth, double start0, double end0, double end1, double logOfRatio) {
        double bend = depth * (depth / (2 * end0)) * (depth / (2 * end1));
        double guess = Math.abs(logOfRatio) < SMALL_MOVE
                ? logOfRatio * ((k * end1 + bend) / (k * end0 + k * end1 + 2 * bend))
                : Math.log(start0 / end0);
        double log0 = solve(k * end0, k * end1, bend, logOfRatio, guess);
        return new StableMove(k, bend, end0, end1, log0, log0 - logOfRatio);
    }

    /**
     * The invariant, its value at the end taken off: {@code Kx (e^u - 1) + Ky (e^(u-m) - 1) = bend (e^(m-2u) - 1)}, by
     * Newton. The left side less the right grows with u, and each term is right to its last digits.
     */
    private static double solve(double slope0, double slope1, double bend, double move, double guess) {
        double log0 = guess;
        for (int i = 0; i < STEPS; i++) {
            double missed =
                    slope0 * Math.expm1(log0) + slope1 * Math.expm1(log0 - move) - bend * Math.expm1(move - 2 * log0);
            double slope =
                    slope0 * Math.exp(log0) + slope1 * Math.exp(log0 - move) + 2 * bend * Math.exp(move - 2 * log0);
            log0 -= missed / slope;
        }
        return log0;
    }

    /** What was held before less what is held at the end, at the price of the end, in scaled units of coin 1. */
    double loss() {
        double aboveTangent = expm1Minus(log0) + expm1Minus(log1) + expm1Minus(-log0 - log1);
        return bend * end1 / (k * end1 + bend) * aboveTangent;
    }

    /** Scaled units of coin 0 that are held less at the end. */
    double sold0() {
        return end0 * Math.expm1(log0);
    }
}
