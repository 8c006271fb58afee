/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool;

import java.math.BigInteger;

/**
 * Amounts of a pool's two tokens, in raw units (wei and the like).
 *
 * @param amount0  raw units of token0
 * @param amount1  raw units of token1
 */
public record TokenAmounts(BigInteger amount0, BigInteger amount1) {

    public static final TokenAmounts ZERO = new TokenAmounts(BigInteger.ZERO, BigInteger.ZERO);

    public TokenAmounts plus(TokenAmounts other) {
        return new TokenAmounts(amount0.add(other.amount0), amount1.add(other.amount1));
    }

    /** True if either amount is exactly zero. */
    public boolean hasZero() {
        return amount0.signum() == 0 || amount1.signum() == 0;
    }
}
