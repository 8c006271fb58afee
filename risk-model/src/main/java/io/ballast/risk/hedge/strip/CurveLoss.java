/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.loss.Domain;

/**
 * Loss of a holding on a curve that stretches over all prices (constant product, weighted, stable) against a basket. At a price of
 * zero and at one without limit such a holding is worth nothing beside the basket.
 *
 * <p>If token1 is the coin, P is 1 over the curve's price and the loss is told in token0, the dollar.
 *
 * @param curve  whole tokens
 * @param partWithoutFees  of the holding's worth, what is not fees that grew in it; 0 to 1
 * @param hodl0  token0 of the basket, whole tokens
 * @param hodl1  token1 of the basket
 * @param coinIsToken0  true if token0 is what options are written on; false if token1 is
 */
public record CurveLoss(PairCurve curve, double partWithoutFees, double hodl0, double hodl1, boolean coinIsToken0)
        implements ConvexLoss {

    public CurveLoss {
        Domain.requireNotNegative("part without fees", partWithoutFees);
    }

    @Override
    public double at(double price) {
        return coinIsToken0
                ? hodl0 * price + hodl1 - partWithoutFees * curve.value(price)
                : hodl0 + hodl1 * price - partWithoutFees * curve.value(1 / price) * price;
    }

    @Override
    public double atZero() {
        return coinIsToken0 ? hodl1 : hodl0;
    }

    @Override
    public double slope(double price) {
        return coinIsToken0
                ? hodl0 - partWithoutFees * curve.amount0(price)
                : hodl1 - partWithoutFees * curve.amount1(1 / price);
    }

    @Override
    public double slopeAtInfinity() {
        return coinIsToken0 ? hodl0 : hodl1;
    }
}
