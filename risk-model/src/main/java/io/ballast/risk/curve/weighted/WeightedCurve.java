/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import static io.ballast.risk.curve.SmallDifferences.logMinus;

import io.ballast.risk.curve.HoldingCurve;
import io.ballast.risk.loss.Domain;

/**
 * A share of a weighted pool of n assets: {@code prod B_i^w_i = k}. At prices p it is worth {@code W = k prod (p_i/w_i)^w_i}
 * and holds {@code B_i = w_i W / p_i}.
 *
 * <p>Real numbers: the contract's {@code LogExpMath} and {@code WeightedMath} round in 18-decimal fixed point, with a margin
 * of 1e-14 on powers; figures here agree to 1e-12 in relative terms with the real-number curve.
 *
 * <p>Source: Balancer whitepaper, "Value Function" and "Constant Value Distribution Proof"; formulas of the second
 * derivative and of the loss follow from W.
 */
public final class WeightedCurve implements HoldingCurve {

    private static final double SMALL_MOVE = 0.5;

    private final Weights weights;
    private final double invariant;
    private final double scale;

    /**
     * @param invariant  k of the holding: the pool's times its share; not negative. In units {@code prod unit_i^w_i}
     */
    public WeightedCurve(Weights weights, double invariant) {
        this.weights = weights;
        this.invariant = Domain.requireNotNegative("invariant", invariant);
        double logOfWeights = 0;
        for (int i = 0; i < weights.assets(); i++) {
            logOfWeights += weights.of(i) * Math.log(weights.of(i));
        }
        scale = invariant * Math.exp(-logOfWeights);
    }

    /** A share of a pool with these balances, all positive. */
    public static WeightedCurve ofBalances(Weights weights, double[] balances, double share) {
        return new WeightedCurve(weights, Domain.requireNotNegative("share", share) * invariant(weights, balances));
    }

    /** {@code k = prod B_i^w_i} of positive balances, one for each asset. Contract: {@code WeightedMath._calculateInvariant}. */
    public static double invariant(Weights weights, double[] balances) {
        if (balances.length != weights.assets()) {
            throw new IllegalArgumentException(
                    balances.length + " balances for a pool of " + weights.assets() + " assets");
        }
        for (double balance : balances) {
            Domain.requirePositive("balance", balance);
        }
        return Math.exp(weights.meanLog(balances));
    }

    /** k of this holding. */
    public double invariant() {
        return invariant;
    }

    @Override
    public int assets() {
        return weights.assets();
    }

    @Override
    public double value(double[] prices) {
        requirePrices(prices);
        return scale * Math.exp(weights.meanLog(prices));
    }

    @Override
    public double[] amounts(double[] prices) {
        double value = value(prices);
        double[] amounts = new double[prices.length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = weights.of(i) * value / prices[i];
        }
        return amounts;
    }

    /** {@code w_i w_j W / (p_i p_j)}, on the diagonal less {@code w_i W / p_i^2}. */
    @Override
    public double[][] gammas(double[] prices) {
        double value = value(prices);
        double[][] gammas = new double[prices.length][prices.length];
        for (int i = 0; i < prices.length; i++) {
            double perPrice = weights.of(i) * value / prices[i];
            for (int j = 0; j < prices.length; j++) {
                double coefficient = i == j ? weights.of(i) - 1 : weights.of(j);
                gammas[i][j] = coefficient * perPrice / prices[j];
            }
        }
        return gammas;
    }

    /**
     * {@code W (sum w_i r_i - prod r_i^w_i)} with r_i the price ratios. With their mean r and {@code f_i = r_i/r - 1}, whose
     * weighted sum is zero, that is {@code W r (1 - exp(sum w_i (ln(1 + f_i) - f_i)))}: all terms have one sign.
     */
    @Override
    public double rebalancingLoss(double[] from, double[] to) {
        requirePrices(to);
        double worth = value(from);
        double meanRatio = 0;
        double meanMove = 0;
        for (int i = 0; i < from.length; i++) {
            meanRatio += weights.of(i) * (to[i] / from[i]);
            meanMove += weights.of(i) * ((to[i] - from[i]) / from[i]);
        }
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            double ratio = to[i] / from[i] / meanRatio;
            double excess =
                    Math.abs(meanMove) < SMALL_MOVE ? ((to[i] - from[i]) / from[i] - meanMove) / meanRatio : ratio - 1;
            sum += weights.of(i) * logMinus(ratio, excess);
        }
        return 0.0 - worth * meanRatio * Math.expm1(sum);
    }
}
