/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.ConstantProductLoss;
import io.ballast.risk.loss.Domain;

/**
 * Loss of constant-product liquidity with one entry: {@code L*(sqrt(P) - c)^2/c}.
 *
 * @param liquidity  L in whole tokens, token0 the coin and token1 the dollar
 * @param sqrtPriceAtEntry  c, sqrt of dollars a coin
 */
public record FullRangeLoss(double liquidity, double sqrtPriceAtEntry) implements ConvexLoss {

    public FullRangeLoss {
        Domain.requireNotNegative("liquidity", liquidity);
        Domain.requirePositive("sqrtPriceAtEntry", sqrtPriceAtEntry);
    }

    @Override
    public double at(double price) {
        return 0.0 - ConstantProductLoss.absolute(liquidity, sqrtPriceAtEntry, sqrt(price));
    }

    @Override
    public double atZero() {
        return liquidity * sqrtPriceAtEntry;
    }

    /** {@code L/c - L/s}. */
    @Override
    public double slope(double price) {
        double s = sqrt(price);
        return liquidity * ((s - sqrtPriceAtEntry) / s / sqrtPriceAtEntry);
    }

    @Override
    public double slopeAtInfinity() {
        return liquidity / sqrtPriceAtEntry;
    }

    private static double sqrt(double price) {
        return Math.sqrt(Domain.requirePositive("price", price));
    }
}
