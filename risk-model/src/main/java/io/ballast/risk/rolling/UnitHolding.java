/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * What one unit of liquidity consists of, the fees left out: of a range, or of the depth of a pool of shares. Trades change it;
 * deposits and withdrawals in proportion do not.
 *
 * @param amount0X192  raw token0 for each raw unit of liquidity, times 2^192
 * @param amount1X192  raw token1 likewise
 */
public record UnitHolding(BigInteger amount0X192, BigInteger amount1X192) {

    /** Tokens of a liquidity, exactly. */
    public HeldTokens of(BigInteger liquidityX64) {
        return new HeldTokens(liquidityX64.multiply(amount0X192), liquidityX64.multiply(amount1X192));
    }

    UnitHolding minus(UnitHolding other) {
        return new UnitHolding(amount0X192.subtract(other.amount0X192), amount1X192.subtract(other.amount1X192));
    }
}
