/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;

/**
 * The three sums that a price needs.
 *
 * @param liquidity  N: net over boundaries at or below the price
 * @param timesPriceX96  N2: net * t over the same
 * @param overPriceX160  A0: net / t over boundaries above the price
 */
record PrefixSums(BigInteger liquidity, BigInteger timesPriceX96, BigInteger overPriceX160) {

    static PrefixSums upTo(int tick, BoundaryTree boundaries) {
        SumTable upTo = boundaries.sumsUpTo(tick);
        SumTable total = boundaries.total();
        return new PrefixSums(
                upTo.get(0, SumLayout.NET),
                upTo.get(0, SumLayout.NET_TIMES_PRICE),
                total.get(0, SumLayout.NET_OVER_PRICE).subtract(upTo.get(0, SumLayout.NET_OVER_PRICE)));
    }

    ProfileAmounts amounts(BigInteger sqrtPriceX96) {
        BigInteger inRangeX160 =
                liquidity.shiftLeft(ProfileAmounts.X160 + ProfileAmounts.X96).divide(sqrtPriceX96);
        return new ProfileAmounts(
                overPriceX160.add(inRangeX160), liquidity.multiply(sqrtPriceX96).subtract(timesPriceX96));
    }
}
