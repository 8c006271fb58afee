/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import static io.ballast.risk.curve.SmallDifferences.logMinus;
import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.loss.Domain;

/**
 * A share of a weighted pool of two assets: {@code V(P) = C P^w}, C = k w^-w (1-w)^-(1-w), w the weight of token0. A weight
 * of 1/2 is the constant product pool.
 *
 * <p>Source: as {@link WeightedCurve}, of which it is the case n = 2.
 *
 * @param weight0  w, in (0, 1)
 * @param invariant  k of the holding, {@code B_0^w B_1^(1-w)}; not negative
 */
public record WeightedPairCurve(double weight0, double invariant) implements PairCurve {

    public WeightedPairCurve {
        Domain.requireNotNegative("invariant", invariant);
        if (!(weight0 > 0 && weight0 < 1)) {
            throw new IllegalArgumentException("weight0 " + weight0 + " is not in (0, 1)");
        }
    }

    /** Of what is held, in whole units. */
    public static WeightedPairCurve ofBalances(double weight0, double balance0, double balance1) {
        double[] balances = {balance0, balance1};
        return new WeightedPairCurve(weight0, WeightedCurve.invariant(Weights.of(weight0, 1 - weight0), balances));
    }

    /** {@code w C P^(w-1)}. */
    @Override
    public double amount0(double price) {
        return weight0 * value(price) / price;
    }

    /** {@code (1-w) C P^w}. */
    @Override
    public double amount1(double price) {
        return (1 - weight0) * value(price);
    }

    @Override
    public double value(double price) {
        double scale = Math.pow(weight0, -weight0) * Math.pow(1 - weight0, weight0 - 1);
        return invariant * scale * Math.pow(requirePositive("price", price), weight0);
    }

    /** {@code -w (1-w) C P^(w-2)}. */
    @Override
    public double gamma(double price) {
        return -weight0 * (1 - weight0) * value(price) / price / price;
    }

    /** {@code C (P^w (1 + w (r - 1)) - P'^w)}, r = P'/P, in the form of {@link WeightedCurve#rebalancingLoss}. */
    @Override
    public double rebalancingLoss(double from, double to) {
        double worth = value(from);
        return worth * lossOfMove(weight0, to / from, (requirePositive("price", to) - from) / from);
    }

    /**
     * What a holding loses by a move of the price, as a part of what it was worth.
     *
     * @param ratio  price after over price before
     * @param move  ratio - 1, known better than the ratio tells
     */
    static double lossOfMove(double weight0, double ratio, double move) {
        double mean = weight0 * ratio + (1 - weight0);
        double sum = weight0 * logMinus(ratio / mean, (1 - weight0) * move / mean)
                + (1 - weight0) * logMinus(1 / mean, -weight0 * move / mean);
        return 0.0 - mean * Math.expm1(sum);
    }
}
