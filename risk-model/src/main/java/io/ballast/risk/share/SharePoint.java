/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.RawPrice;
import io.ballast.risk.curve.PairCurve;
import java.math.BigInteger;

/**
 * Where a pool of shares is on its curve.
 *
 * @param price  raw
 * @param depth  of the whole pool, less what changes of parameters made of it
 * @param whole  the whole pool as a function of the raw price
 * @param gamma  of the whole pool, raw
 */
record SharePoint(RawPrice price, double depth, PairCurve whole, double gamma) {

    private static final int FRACTION_BITS = 64;

    /** @throws IllegalArgumentException if the balances are outside the curve's domain */
    static SharePoint of(ShareCurve curve, ShareState state) {
        double depth =
                curve.depth(state.balance0().doubleValue(), state.balance1().doubleValue());
        RawPrice price = curve.price(state.balance0(), state.balance1());
        PairCurve whole = curve.ofDepth(depth);
        return new SharePoint(price, depth / state.drift(), whole, whole.gamma(real(price)));
    }

    double realPrice() {
        return real(price);
    }

    /** Depth of some LP tokens of a supply, times 2^64. */
    BigInteger depthX64(BigInteger lpTokens, BigInteger supply) {
        return Fixed.of(depth, FRACTION_BITS).multiply(lpTokens).divide(supply);
    }

    private static double real(RawPrice price) {
        return price.human(0, 0);
    }
}
