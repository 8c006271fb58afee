/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.loss.Domain;

/**
 * What a pool gave up by a trade along its curve, raw units: the fee left out, at the depth that it had before.
 *
 * @param depth  that one
 * @param loss  what it held before less what it holds after, both at the price after, in token1: loss versus rebalancing of the
 *     step; finite and never negative
 * @param sold0  token0 that it holds less; finite, negative where it bought
 */
public record ShareTrade(double depth, double loss, double sold0) {

    public ShareTrade {
        Domain.requireNotNegative("loss of a trade", loss);
        if (!Double.isFinite(sold0)) {
            throw new IllegalArgumentException("token0 sold by a trade is " + sold0 + ", not finite");
        }
    }
}
