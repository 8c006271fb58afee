/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import io.ballast.risk.loss.Domain;

/**
 * The weights of a weighted pool's assets: at least two, each in (0, 1), sum 1. Immutable.
 *
 * <p>Source: Balancer whitepaper, "Value Function"; {@code WeightedMath}, where weights have 18 decimals.
 */
public final class Weights {

    private static final double SUM_TOLERANCE = 1e-12;

    private final double[] weights;

    private Weights(double[] weights) {
        this.weights = weights;
    }

    /**
     * @throws IllegalArgumentException if there are fewer than two, one is not in (0, 1), or their sum is further than
     *     1e-12 from 1
     */
    public static Weights of(double... weights) {
        if (weights.length < 2) {
            throw new IllegalArgumentException(weights.length + " weights: a pool has at least 2 assets");
        }
        double sum = 0;
        for (double weight : weights) {
            sum += Domain.requirePositive("weight", weight);
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException(
                    "weights " + java.util.Arrays.toString(weights) + " sum to " + sum + ", not to 1");
        }
        return new Weights(weights.clone());
    }

    /** How many assets there are. */
    public int assets() {
        return weights.length;
    }

    /** Weight of an asset; an {@link IllegalArgumentException} if there is none of that index. */
    public double of(int asset) {
        if (asset < 0 || asset >= weights.length) {
            throw new IllegalArgumentException("asset " + asset + " of a pool of " + weights.length);
        }
        return weights[asset];
    }

    /** {@code sum w_i ln v_i} of positive values, one each. */
    double meanLog(double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Math.log(values[i]);
        }
        return sum;
    }

    @Override
    public String toString() {
        return java.util.Arrays.toString(weights);
    }
}
