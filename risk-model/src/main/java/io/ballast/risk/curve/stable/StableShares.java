/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import io.ballast.risk.book.RawPrice;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.share.ShareCurve;
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

    @Override
    public PairCurve ofDepth(double depth) {
        return new StableCurve(invariant, depth, rate0, rate1);
    }
}
