/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.loss.LossMeasure;
import java.math.BigInteger;

/**
 * Both losses of one way of the price: of a unit of liquidity, or times a liquidity.
 *
 * @param lvr  loss versus rebalancing at the pool's own prices; never negative; in its unpriced part a USD price was missing
 * @param markout  loss against the market's price after each step; negative is a gain; in its unpriced part a market price
 *     was missing. Its USD sum lacks the steps without a USD price as well
 */
public record Losses(LossMeasure lvr, LossMeasure markout) {

    public static final Losses ZERO = new Losses(LossMeasure.ZERO, LossMeasure.ZERO);

    /**
     * Losses of a step at the prices of its record.
     *
     * @param lvrX160  loss versus rebalancing in raw token1, times 2^160
     * @param markoutX160  the same against the market's price; null: that is not known
     * @param distanceX96  how far the sqrt price went, times 2^96: what is noted in place of a price that is missing; positive
     */
    public static Losses of(BigInteger lvrX160, BigInteger markoutX160, BigInteger distanceX96, Marks marks) {
        BigInteger usd = marks.usdPerToken1X96();
        LossMeasure lvr = usd == null
                ? new LossMeasure(lvrX160, BigInteger.ZERO, distanceX96)
                : new LossMeasure(lvrX160, lvrX160.multiply(usd), BigInteger.ZERO);
        if (markoutX160 == null) {
            return new Losses(lvr, new LossMeasure(BigInteger.ZERO, BigInteger.ZERO, distanceX96));
        }
        BigInteger markoutUsd = usd == null ? BigInteger.ZERO : markoutX160.multiply(usd);
        return new Losses(lvr, new LossMeasure(markoutX160, markoutUsd, BigInteger.ZERO));
    }

    public Losses plus(Losses other) {
        return new Losses(lvr.plus(other.lvr), markout.plus(other.markout));
    }

    public Losses minus(Losses other) {
        return new Losses(lvr.minus(other.lvr), markout.minus(other.markout));
    }

    /** Those of so many units of liquidity. */
    public Losses times(BigInteger units) {
        return units.signum() == 0 ? ZERO : new Losses(lvr.times(units), markout.times(units));
    }

    /** The fraction {@code part / of}, rounded towards zero; all of it if part is of. */
    public Losses share(BigInteger part, BigInteger of) {
        return new Losses(lvr.share(part, of), markout.share(part, of));
    }
}
