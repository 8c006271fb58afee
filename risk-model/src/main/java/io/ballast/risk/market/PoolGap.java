/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.loss.Domain;

/**
 * How far a pool's price is from the market's, and what that is to an arbitrageur, gas not counted.
 *
 * <p>With P the pool's price, Q the market's and f the fee, buying token0 from the pool and selling it at the market gains if
 * {@code P < Q*(1 - f)}; selling it to the pool if {@code P*(1 - f) > Q}. In between the pool is safe, whatever the gap.
 *
 * @param gap  {@code P/Q - 1}, as a fraction; positive: the pool is above the market
 * @param beyondFee  what is left of the gap after the fee, as a fraction of the worth traded first; 0: nothing, never negative
 * @param side  what an arbitrageur would do
 */
public record PoolGap(double gap, double beyondFee, Side side) {

    /** What gains; liquidity providers lose by it. */
    public enum Side {
        /** Neither pays for the fee. */
        NONE,
        /** The pool is below the market. */
        BUY_TOKEN0_FROM_POOL,
        /** The pool is above the market. */
        SELL_TOKEN0_TO_POOL
    }

    /**
     * @param poolPrice  token1 per token0, positive
     * @param marketPrice  token1 per token0, positive
     * @param fee  of a swap as a fraction of what is paid in, in [0, 1]
     */
    public static PoolGap of(double poolPrice, double marketPrice, double fee) {
        Domain.requirePositive("poolPrice", poolPrice);
        Domain.requirePositive("marketPrice", marketPrice);
        if (!(Domain.requireNotNegative("fee", fee) <= 1)) {
            throw new IllegalArgumentException("fee " + fee + " must be at most 1");
        }
        double gap = poolPrice / marketPrice - 1;
        double buying = marketPrice * (1 - fee) / poolPrice - 1;
        double selling = poolPrice * (1 - fee) / marketPrice - 1;
        if (buying > 0) {
            return new PoolGap(gap, buying, Side.BUY_TOKEN0_FROM_POOL);
        }
        return selling > 0 ? new PoolGap(gap, selling, Side.SELL_TOKEN0_TO_POOL) : new PoolGap(gap, 0, Side.NONE);
    }
}
