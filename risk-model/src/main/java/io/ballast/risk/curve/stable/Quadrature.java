/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import java.util.function.DoubleUnaryOperator;

/** Integrals over a short step by the four-point rule of Gauss and Legendre. */
final class Quadrature {

    /** Nodes and weights on [-1, 1]. */
    private static final double[] NODES = {
        -0.8611363115940526, -0.33998104358485626, 0.33998104358485626, 0.8611363115940526
    };

    private static final double[] WEIGHTS = {
        0.34785484513745386, 0.6521451548625461, 0.6521451548625461, 0.34785484513745386
    };

    private Quadrature() {}

    /** Integral from 0 to a length of either sign; right to 1e-15 where the function changes by a part in fifty. */
    static double integral(DoubleUnaryOperator function, double length) {
        double half = length / 2;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * half * function.applyAsDouble(half * (1 + NODES[i]));
        }
        return sum + 0.0; // no negative zero
    }
}
