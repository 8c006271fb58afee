/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import java.math.BigInteger;

/**
 * What a number of LP tokens stands for in a pair's reserves, after the protocol's part that the next mint or burn takes.
 *
 * @param amounts  raw tokens, rounded down
 * @param rootKX64  share of sqrt(reserve0 * reserve1), times 2^64: its depth, which only fees make grow
 */
record PairShare(TokenAmounts amounts, BigInteger rootKX64) {

    private static final int FRACTION_BITS = 64;

    static PairShare of(BigInteger lpTokens, ConstantProductState pair) {
        BigInteger supply = pair.totalSupplyWithFee();
        if (supply.signum() == 0) {
            return new PairShare(TokenAmounts.ZERO, BigInteger.ZERO);
        }
        BigInteger rootKX64 = pair.reserve0()
                .multiply(pair.reserve1())
                .shiftLeft(2 * FRACTION_BITS)
                .sqrt();
        return new PairShare(
                new TokenAmounts(
                        pair.reserve0().multiply(lpTokens).divide(supply),
                        pair.reserve1().multiply(lpTokens).divide(supply)),
                rootKX64.multiply(lpTokens).divide(supply));
    }

    /** True when the reserves give a price. */
    static boolean hasPrice(ConstantProductState pair) {
        return pair.reserve0().signum() > 0 && pair.reserve1().signum() > 0;
    }

    /** Its root, raw; NaN without one. */
    static double sqrtPrice(ConstantProductState pair) {
        return hasPrice(pair)
                ? Math.sqrt(pair.reserve1().doubleValue() / pair.reserve0().doubleValue())
                : Double.NaN;
    }

    /** Token1 per token0, raw. */
    static RawPrice price(ConstantProductState pair) {
        return new RawPrice(pair.reserve1(), pair.reserve0());
    }
}
