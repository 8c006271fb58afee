/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import io.ballast.risk.loss.Domain;

/**
 * A holding in a pool of n assets as a function of their prices: what it consists of and what it is worth once the pool
 * has been traded to those prices.
 *
 * <p>Prices are in any one numeraire, per unit of each asset, in the pool's order of assets; value and losses come out in
 * that numeraire, amounts and deltas in units of the assets, gamma in units of the asset per unit of price. Units are the
 * caller's, raw or human, the same for amounts and prices. If one of the assets is the numeraire, its price is 1.
 *
 * <p>Domain: prices finite and positive. Anything else, and an array of the wrong length, is an {@link
 * IllegalArgumentException}. Figures are real numbers in doubles, for risk: what the contract would pay to the unit is
 * the concern of {@code io.ballast.risk.pool}. Implementations are immutable.
 *
 * <p>Value W(p) = min over the curve of {@code sum p_i x_i}, so it is concave and homogeneous of degree 1, and by the
 * envelope theorem {@code dW/dp_i = x_i}. Source: Angeris, Chitra, "Improved Price Oracles: Constant Function Market
 * Makers" (arXiv:2003.10001); Milionis, Moallemi, Roughgarden, Zhang, "Automated Market Making and Loss-Versus-Rebalancing"
 * (arXiv:2208.06046).
 */
public interface HoldingCurve {

    /** How many assets the pool has; at least 2. */
    int assets();

    /** What the holding consists of at these prices: never negative. */
    double[] amounts(double[] prices);

    /** What the holding is worth at these prices. */
    double value(double[] prices);

    /** {@code dW/dp_i}: equal to the amounts. A neutral hedge holds minus this of each asset. */
    default double[] deltas(double[] prices) {
        return amounts(prices);
    }

    /** {@code d2W/dp_i dp_j}: symmetric, negative semidefinite; prices times it is zero. */
    double[][] gammas(double[] prices);

    /**
     * Realised loss versus rebalancing of one step: what the amounts held before are worth at the new prices, less what the
     * holding is worth there. Never negative, and without cancellation: a small move keeps its digits.
     */
    double rebalancingLoss(double[] from, double[] to);

    /**
     * Impermanent loss against the holding's own amounts at entry: never positive. The same number as the rebalancing loss
     * of one step from entry to now, with the other sign.
     */
    default double impermanentLossSince(double[] entry, double[] now) {
        return 0.0 - rebalancingLoss(entry, now);
    }

    /** That loss as a fraction of what the amounts at entry are worth now; in [-1, 0]. */
    default double impermanentLossFractionSince(double[] entry, double[] now) {
        double hodl = worth(amounts(entry), now);
        return hodl == 0 ? 0 : impermanentLossSince(entry, now) / hodl;
    }

    /**
     * Impermanent loss against any basket: value less what the basket is worth. A difference: its error is some 1e-16 of
     * the value. Where the basket is that of one entry, {@link #impermanentLossSince} has no such error.
     */
    default double impermanentLoss(double[] basket, double[] prices) {
        return value(prices) - worth(basket, prices);
    }

    /** What a basket is worth at these prices. */
    default double worth(double[] basket, double[] prices) {
        requireOneEach("basket", basket);
        requirePrices(prices);
        double sum = 0;
        for (int i = 0; i < basket.length; i++) {
            sum += basket[i] * prices[i];
        }
        return sum;
    }

    /** Checks that there is one price for each asset and that each is finite and positive. */
    default void requirePrices(double[] prices) {
        requireOneEach("prices", prices);
        for (double price : prices) {
            Domain.requirePositive("price", price);
        }
    }

    private void requireOneEach(String what, double[] values) {
        if (values.length != assets()) {
            throw new IllegalArgumentException(values.length + " " + what + " for a pool of " + assets() + " assets");
        }
    }
}
