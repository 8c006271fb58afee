/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/**
 * How the proportion of a pool's two balances has changed. Deposits and withdrawals in proportion do not change it, trades do,
 * and with them the price. From exact integers: a change of a part in 10^15 has all its digits.
 *
 * @param ratio  token0 for each token1 before, over the same after; where the price rises it is above 1
 * @param excess  ratio - 1
 */
public record CompositionMove(double ratio, double excess) {

    private static final double SMALL = 0.5;

    /** Of balances, all positive. */
    public static CompositionMove between(TokenAmounts before, TokenAmounts after) {
        BigInteger crossed = before.amount0().multiply(after.amount1());
        BigInteger other = after.amount0().multiply(before.amount1());
        double whole = other.doubleValue();
        return new CompositionMove(
                crossed.doubleValue() / whole, crossed.subtract(other).doubleValue() / whole);
    }

    /** True if nothing was traded. */
    boolean isNone() {
        return excess == 0;
    }

    /** Natural logarithm of the ratio. */
    public double log() {
        return Math.abs(excess) < SMALL ? Math.log1p(excess) : Math.log(ratio);
    }
}
