/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * A holding in a pool of two assets as a function of one price P: token1 per token0. Value and losses are in token1, delta
 * in token0, gamma in token0 per unit of P.
 *
 * <p>The methods of n assets follow from these: with prices (p0, p1), P = p0/p1, value is {@code p1 * V(P)} and the second
 * derivatives have rank one.
 */
public interface PairCurve extends HoldingCurve {

    /** Token0 held. */
    double amount0(double price);

    /** Token1 held. */
    double amount1(double price);

    /** V in token1: {@code amount0 * P + amount1}. */
    default double value(double price) {
        return amount0(price) * price + amount1(price);
    }

    /** dV/dP: the amount of token0. */
    default double delta(double price) {
        return amount0(price);
    }

    /** d2V/dP2 = d(amount0)/dP: never positive. */
    double gamma(double price);

    /** {@code V(P) + x(P) (P' - P) - V(P')} without cancellation: never negative. See {@link HoldingCurve}. */
    double rebalancingLoss(double from, double to);

    /** Loss against the amounts held at the entry price, in token1: never positive. */
    default double impermanentLossSince(double entry, double now) {
        return 0.0 - rebalancingLoss(entry, now);
    }

    /** That loss as a fraction of what those amounts are worth now; in [-1, 0], and 0 of an empty holding. */
    default double impermanentLossFractionSince(double entry, double now) {
        double hodl = amount0(entry) * now + amount1(entry);
        return hodl == 0 ? 0 : impermanentLossSince(entry, now) / hodl;
    }

    /** Loss against any basket, in token1: a difference, see {@link HoldingCurve#impermanentLoss}. */
    default double impermanentLoss(double hodl0, double hodl1, double price) {
        return value(price) - (hodl0 * requirePositive("price", price) + hodl1);
    }

    @Override
    default int assets() {
        return 2;
    }

    @Override
    default double[] amounts(double[] prices) {
        double price = price(prices);
        return new double[] {amount0(price), amount1(price)};
    }

    @Override
    default double value(double[] prices) {
        return value(price(prices)) * prices[1];
    }

    @Override
    default double[][] gammas(double[] prices) {
        double price = price(prices);
        double own = gamma(price) / prices[1];
        double cross = 0.0 - own * price;
        return new double[][] {{own, cross}, {cross, 0.0 - cross * price}};
    }

    @Override
    default double rebalancingLoss(double[] from, double[] to) {
        return rebalancingLoss(price(from), price(to)) * to[1];
    }

    private double price(double[] prices) {
        requirePrices(prices);
        return requirePositive("price of token0 in token1", prices[0] / prices[1]);
    }
}
