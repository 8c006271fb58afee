/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import java.util.function.DoubleUnaryOperator;

/** The loss of a small step from gamma: {@code V(P) + V'(P)(P' - P) - V(P') = -integral from P to P' of (P' - u) gamma(u) du}. */
final class Quadrature {

    /** Nodes and weights of the four-point Gauss-Legendre rule on [-1, 1]. */
    private static final double[] NODES = {
        -0.8611363115940526, -0.33998104358485626, 0.33998104358485626, 0.8611363115940526
    };

    private static final double[] WEIGHTS = {
        0.34785484513745386, 0.6521451548625461, 0.6521451548625461, 0.34785484513745386
    };

    private Quadrature() {}

    /** Right to 1e-15 where the balances change by a part in a hundred over the step. */
    static double lossOfSmallStep(DoubleUnaryOperator gamma, double from, double to) {
        double half = (to - from) / 2;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double remaining = half * (1 - NODES[i]);
            sum -= WEIGHTS[i] * half * remaining * gamma.applyAsDouble(to - remaining);
        }
        return sum + 0.0; // no negative zero
    }
}
