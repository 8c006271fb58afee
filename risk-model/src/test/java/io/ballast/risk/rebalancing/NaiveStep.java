/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.loss.LossMeasure;
import java.math.BigInteger;

/** What one unit of a range loses in one step, from its own two ends alone: no pool, no other ticks. */
final class NaiveStep {

    private NaiveStep() {}

    /**
     * @param from  sqrt price before, clamped to the range
     * @param to  sqrt price after, clamped to the range
     * @param end  sqrt price after
     */
    static Losses losses(
            BigInteger from, BigInteger to, BigInteger end, BigInteger usdPerToken1X96, BigInteger marketPriceX192) {
        BigInteger distance = to.subtract(from).abs();
        BigInteger lvr = against(end.multiply(end), from, to);
        LossMeasure lvrMeasure = usdPerToken1X96 == null
                ? new LossMeasure(lvr, BigInteger.ZERO, distance)
                : new LossMeasure(lvr, lvr.multiply(usdPerToken1X96), BigInteger.ZERO);
        if (marketPriceX192 == null) {
            return new Losses(lvrMeasure, new LossMeasure(BigInteger.ZERO, BigInteger.ZERO, distance));
        }
        BigInteger markout = against(marketPriceX192, from, to);
        BigInteger usd = usdPerToken1X96 == null ? BigInteger.ZERO : markout.multiply(usdPerToken1X96);
        return new Losses(lvrMeasure, new LossMeasure(markout, usd, BigInteger.ZERO));
    }

    /** Token0 sold at a price, less the token1 that was paid for it: {@code Q (1/from - 1/to) - (to - from)}, times 2^160. */
    private static BigInteger against(BigInteger priceX192, BigInteger from, BigInteger to) {
        BigInteger sold = priceX192
                .shiftLeft(64)
                .divide(from)
                .subtract(priceX192.shiftLeft(64).divide(to));
        return sold.subtract(to.subtract(from).shiftLeft(64));
    }
}
