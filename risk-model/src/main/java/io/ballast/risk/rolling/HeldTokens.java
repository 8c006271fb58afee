/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * Amounts of a pool's two tokens with the fraction bits of losses. Differences may be negative.
 *
 * @param amount0X256  raw token0, times 2^256
 * @param amount1X256  raw token1, times 2^256
 */
public record HeldTokens(BigInteger amount0X256, BigInteger amount1X256) {

    public static final HeldTokens NONE = new HeldTokens(BigInteger.ZERO, BigInteger.ZERO);

    private static final int X64 = 64;

    /** Raw amounts that come times 2^64. */
    public static HeldTokens ofX64(BigInteger amount0X64, BigInteger amount1X64) {
        return new HeldTokens(amount0X64.shiftLeft(Scale.TOKENS - X64), amount1X64.shiftLeft(Scale.TOKENS - X64));
    }

    HeldTokens minus(HeldTokens other) {
        return new HeldTokens(amount0X256.subtract(other.amount0X256), amount1X256.subtract(other.amount1X256));
    }

    /** Worth in token1, times 2^256; rounded down once. */
    BigInteger worthX256(BigInteger sqrtPriceX96) {
        return Scale.inToken1(amount0X256, sqrtPriceX96).add(amount1X256);
    }
}
