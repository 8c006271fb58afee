/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import io.ballast.risk.book.RawPrice;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.share.CompositionMove;
import io.ballast.risk.share.ShareCurve;
import io.ballast.risk.share.ShareTrade;
import java.math.BigInteger;

/**
 * A stable pool of two coins as a pool of shares: depth is its D, in scaled units.
 *
 * @param rate0  scaled units in one raw unit of token0
 * @param rate1  the same of token1
 */
record StableShares(StableInvariant invariant, double rate0, double rate1) implements ShareCurve {

    @Override
    public double depth(double balance0, double balance1) {
        return invariant.depth(balance0 * rate0, balance1 * rate1);
    }

    @Override
    public RawPrice price(BigInteger balance0, BigInteger balance1) {
        double scaled = invariant.price(balance0.doubleValue() * rate0, balance1.doubleValue() * rate1);
        return RawPrice.ofReal(scaled * rate0 / rate1);
    }

    /** At the depth of before the balances after are all larger or smaller by one factor. */
    @Override
    public ShareTrade trade(TokenAmounts from, TokenAmounts to) {
        double from0 = from.amount0().doubleValue();
        double depth = depth(from0, from.amount1().doubleValue());
        double to0 = to.amount0().doubleValue();
        double to1 = to.amount1().doubleValue();
        double atSameDepth = depth / depth(to0, to1);
        StableMove move = StableMove.between(
                invariant.k(),
                depth,
                from0 * rate0,
                to0 * rate0 * atSameDepth,
                to1 * rate1 * atSameDepth,
                CompositionMove.between(from, to).log());
        return new ShareTrade(depth, move.loss() / rate1, move.sold0() / rate0);
    }

    @Override
    public PairCurve ofDepth(double depth) {
        return new StableCurve(invariant, depth, rate0, rate1);
    }
}
