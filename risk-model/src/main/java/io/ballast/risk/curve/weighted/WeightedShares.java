/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import io.ballast.risk.book.RawPrice;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.share.CompositionMove;
import io.ballast.risk.share.ShareCurve;
import io.ballast.risk.share.ShareFees;
import io.ballast.risk.share.ShareTrade;
import java.math.BigInteger;

/**
 * A weighted pool of two assets as a pool of shares: depth is its invariant {@code B_0^w B_1^(1-w)}.
 *
 * @param weight0E18  weight of token0, times 10^18
 */
record WeightedShares(long weight0E18) implements ShareCurve {

    @Override
    public double depth(double balance0, double balance1) {
        return WeightedCurve.invariant(Weights.of(weight0(), 1 - weight0()), new double[] {balance0, balance1});
    }

    /** {@code (B_1/w_1) / (B_0/w_0)}, exact. */
    @Override
    public RawPrice price(BigInteger balance0, BigInteger balance1) {
        return new RawPrice(
                balance1.multiply(BigInteger.valueOf(weight0E18)),
                balance0.multiply(BigInteger.valueOf(ShareFees.ONE_E18 - weight0E18)));
    }

    @Override
    public PairCurve ofDepth(double depth) {
        return new WeightedPairCurve(weight0(), depth);
    }

    /** The price moves as the proportion of the balances does, and {@code B_0} with {@code P^(w-1)}. */
    @Override
    public ShareTrade trade(TokenAmounts from, TokenAmounts to) {
        CompositionMove move = CompositionMove.between(from, to);
        double from0 = from.amount0().doubleValue();
        double from1 = from.amount1().doubleValue();
        double worth = from1 / (1 - weight0());
        return new ShareTrade(
                depth(from0, from1),
                worth * WeightedPairCurve.lossOfMove(weight0(), move.ratio(), move.excess()),
                -from0 * Math.expm1((weight0() - 1) * move.log()));
    }

    private double weight0() {
        return weight0E18 / (double) ShareFees.ONE_E18;
    }
}
