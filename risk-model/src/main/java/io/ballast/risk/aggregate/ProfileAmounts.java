/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;

/**
 * Tokens that a group of positions stands for at a price, in raw units and as fixed-point integers.
 *
 * <p>Token1 is exact. Token0 is off by less than 2^-160 raw units for each unit of liquidity that ends above the price (see
 * {@link BoundaryPrice}), plus one such step: at a pool's highest price that still leaves the loss of a relative price move
 * of 1e-6 right to about 1e-16.
 *
 * <p>Contracts round the amounts of each position down when it is burnt: the sum of what they pay is less than this by less
 * than one raw unit for each position and token.
 *
 * @param amount0X160  token0 times 2^160
 * @param amount1X96  token1 times 2^96
 */
public record ProfileAmounts(BigInteger amount0X160, BigInteger amount1X96) {

    static final int X160 = 160;
    static final int X96 = 96;

    /** Raw token0. */
    public double amount0() {
        return ScaledInteger.toDouble(amount0X160, X160);
    }

    /** Raw token1. */
    public double amount1() {
        return ScaledInteger.toDouble(amount1X96, X96);
    }
}
