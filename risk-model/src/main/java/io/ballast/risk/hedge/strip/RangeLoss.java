/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.loss.Domain;

/**
 * Loss of one concentrated position with one entry. With c the entry's sqrt price clamped to [a, b]: zero with slope zero at
 * c^2, {@code f'' = L/(2 P^(3/2))} inside the range, straight outside. Exact for small moves too.
 *
 * @param range  in whole tokens, token0 the coin and token1 the dollar; {@link ConcentratedRange#inverted} if it is the
 *     other way round
 * @param sqrtPriceAtEntry  of dollars a coin
 */
public record RangeLoss(ConcentratedRange range, double sqrtPriceAtEntry) implements ConvexLoss {

    public RangeLoss {
        Domain.requirePositive("sqrtPriceAtEntry", sqrtPriceAtEntry);
    }

    @Override
    public double at(double price) {
        return 0.0 - range.impermanentLoss(sqrtPriceAtEntry, sqrt(price));
    }

    @Override
    public double atZero() {
        return range.amount1(sqrtPriceAtEntry);
    }

    @Override
    public double slope(double price) {
        return range.amount0(sqrtPriceAtEntry) - range.amount0(sqrt(price));
    }

    @Override
    public double slopeAtInfinity() {
        return range.amount0(sqrtPriceAtEntry);
    }

    private static double sqrt(double price) {
        return Math.sqrt(Domain.requirePositive("price", price));
    }
}
