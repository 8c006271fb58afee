/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.FixedPoint.Q96;

import java.math.BigInteger;

/**
 * Sqrt prices and ticks against the prices that people read.
 *
 * <p>Human prices are doubles, right to about 1e-15 relative: for display and analytics, never for the pool's own state.
 */
public final class SqrtPrice {

    private static final double TICK_BASE = 1.0001;

    private SqrtPrice() {}

    /**
     * The sqrt price Q64.96 at which amount1 is worth amount0: {@code floor(sqrt((amount1 << 192) / amount0))}.
     *
     * <p>Source: v3-sdk {@code encodeSqrtRatioX96}.
     *
     * @throws IllegalArgumentException if amount0 is not positive or amount1 is negative
     */
    public static BigInteger encode(BigInteger amount1, BigInteger amount0) {
        if (amount0.signum() <= 0 || amount1.signum() < 0) {
            throw new IllegalArgumentException(
                    "no price for amount1 " + amount1 + " and amount0 " + amount0 + ": amount0 must be positive");
        }
        return amount1.shiftLeft(192).divide(amount0).sqrt();
    }

    /** Price of a whole token0 in whole token1: {@code (sqrtPriceX96 / 2^96)^2 * 10^(decimals0 - decimals1)}. */
    public static double priceToken1PerToken0(BigInteger sqrtPriceX96, int decimals0, int decimals1) {
        double sqrt = toDouble(sqrtPriceX96);
        return sqrt * sqrt * Math.pow(10, (double) decimals0 - decimals1);
    }

    /** Price of a whole token0 in whole token1 at a tick: {@code 1.0001^tick * 10^(decimals0 - decimals1)}. */
    public static double priceToken1PerToken0AtTick(int tick, int decimals0, int decimals1) {
        TickMath.requireTick("tick", tick);
        return Math.pow(TICK_BASE, tick) * Math.pow(10, (double) decimals0 - decimals1);
    }

    /** The sqrt of the raw price at a tick, as the contract has it. */
    public static double atTick(int tick) {
        return toDouble(TickMath.sqrtPriceX96AtTick(tick));
    }

    /** The sqrt of the raw price, {@code sqrtPriceX96 / 2^96}. */
    public static double toDouble(BigInteger sqrtPriceX96) {
        return sqrtPriceX96.doubleValue() / Q96.doubleValue();
    }
}
