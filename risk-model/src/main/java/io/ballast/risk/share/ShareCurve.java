/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.RawPrice;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/**
 * The curve of a pool of shares as it is at one time, in raw units. Immutable; equal to another if it is the same curve.
 *
 * <p>Depth is any measure of how much pool there is that trades without fees leave alone, in proportion to the balances: then
 * its growth per LP token is the fees.
 */
public interface ShareCurve {

    /**
     * Depth of balances, both positive.
     *
     * @throws IllegalArgumentException if they are outside the curve's domain
     */
    double depth(double balance0, double balance1);

    /** Price of balances, both positive, without fee. */
    RawPrice price(BigInteger balance0, BigInteger balance1);

    /** A holding of that depth as a function of the raw price. */
    PairCurve ofDepth(double depth);

    /**
     * What a pool gives up on the way from some balances to the proportion of others, all positive. This one takes differences:
     * it is right to some 1e-16 of what the pool holds. A kind whose price moves does better.
     */
    default ShareTrade trade(TokenAmounts from, TokenAmounts to) {
        double from0 = from.amount0().doubleValue();
        double from1 = from.amount1().doubleValue();
        double to0 = to.amount0().doubleValue();
        double to1 = to.amount1().doubleValue();
        double depth = depth(from0, from1);
        double atSameDepth = depth / depth(to0, to1);
        double sold0 = from0 - to0 * atSameDepth;
        double bought1 = to1 * atSameDepth - from1;
        double price = price(to.amount0(), to.amount1()).human(0, 0);
        return new ShareTrade(depth, Math.max(0, sold0 * price - bought1), sold0);
    }
}
