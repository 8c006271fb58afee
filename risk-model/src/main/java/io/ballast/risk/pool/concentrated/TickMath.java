/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.FixedPoint.Q128;
import static io.ballast.risk.pool.concentrated.FixedPoint.Q96;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ticks and sqrt prices, as v3-core's TickMath has them to the unit: {@code sqrtPriceX96 = sqrt(1.0001^tick) * 2^96}.
 *
 * <p>Source: v3-core {@code TickMath.getSqrtRatioAtTick} and {@code getTickAtSqrtRatio}; v3 whitepaper section 6.1.
 */
public final class TickMath {

    public static final int MIN_TICK = -887272;
    public static final int MAX_TICK = 887272;

    /** Lowest sqrt price of a pool, the price of {@link #MIN_TICK}. */
    public static final BigInteger MIN_SQRT_PRICE_X96 = new BigInteger("4295128739");

    /** A pool's sqrt price stays below this, the price of {@link #MAX_TICK}. */
    public static final BigInteger MAX_SQRT_PRICE_X96 =
            new BigInteger("1461446703485210103287273052203988822378723970342");

    private static final BigInteger MAX_UINT256 = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final BigInteger ALL_ONES_32 = BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);
    private static final double LOG_OF_SQRT_TICK = Math.log1p(0.0001) / 2;

    /** {@code 2^128 / sqrt(1.0001)^(2^i)} for bit i of the tick. */
    private static final List<BigInteger> LADDER = Stream.of(
                    "fffcb933bd6fad37aa2d162d1a594001",
                    "fff97272373d413259a46990580e213a",
                    "fff2e50f5f656932ef12357cf3c7fdcc",
                    "ffe5caca7e10e4e61c3624eaa0941cd0",
                    "ffcb9843d60f6159c9db58835c926644",
                    "ff973b41fa98c081472e6896dfb254c0",
                    "ff2ea16466c96a3843ec78b326b52861",
                    "fe5dee046a99a2a811c461f1969c3053",
                    "fcbe86c7900a88aedcffc83b479aa3a4",
                    "f987a7253ac413176f2b074cf7815e54",
                    "f3392b0822b70005940c7a398e4b70f3",
                    "e7159475a2c29b7443b29c7fa6e889d9",
                    "d097f3bdfd2022b8845ad8f792aa5825",
                    "a9f746462d870fdf8a65dc1f90e061e5",
                    "70d869a156d2a1b890bb3df62baf32f7",
                    "31be135f97d08fd981231505542fcfa6",
                    "9aa508b5b7a84e1c677de54f3e99bc9",
                    "5d6af8dedb81196699c329225ee604",
                    "2216e584f5fa1ea926041bedfe98",
                    "48a170391f7dc42444e8fa2")
            .map(hex -> new BigInteger(hex, 16))
            .toList();

    private TickMath() {}

    /**
     * The sqrt price at a tick, Q64.96, rounded up as the contract rounds it.
     *
     * @throws IllegalArgumentException if the tick is outside [-887272, 887272]
     */
    public static BigInteger sqrtPriceX96AtTick(int tick) {
        requireTick("tick", tick);
        int magnitude = Math.abs(tick);
        BigInteger ratioX128 = Q128;
        for (int bit = 0; bit < LADDER.size(); bit++) {
            if ((magnitude >> bit & 1) == 1) {
                ratioX128 = ratioX128.multiply(LADDER.get(bit)).shiftRight(128);
            }
        }
        if (tick > 0) {
            ratioX128 = MAX_UINT256.divide(ratioX128);
        }
        return ratioX128.add(ALL_ONES_32).shiftRight(32);
    }

    /**
     * The greatest tick whose sqrt price is not above the given one.
     *
     * @throws IllegalArgumentException if the price is not in [MIN_SQRT_PRICE_X96, MAX_SQRT_PRICE_X96)
     */
    public static int tickAtSqrtPriceX96(BigInteger sqrtPriceX96) {
        requireSqrtPrice("sqrtPriceX96", sqrtPriceX96);
        // The logarithm in floating point is right to far less than one tick; the exact ladder settles the rest.
        double log = Math.log(sqrtPriceX96.doubleValue() / Q96.doubleValue());
        int tick = (int) Math.max(MIN_TICK, Math.min(MAX_TICK - 1, Math.floor(log / LOG_OF_SQRT_TICK)));
        while (sqrtPriceX96AtTick(tick).compareTo(sqrtPriceX96) > 0) {
            tick--;
        }
        while (sqrtPriceX96AtTick(tick + 1).compareTo(sqrtPriceX96) <= 0) {
            tick++;
        }
        return tick;
    }

    /** True if the tick is the one that {@link #tickAtSqrtPriceX96} gives for the price; cheaper than asking that. */
    static boolean holds(int tick, BigInteger sqrtPriceX96) {
        return sqrtPriceX96AtTick(tick).compareTo(sqrtPriceX96) <= 0
                && sqrtPriceX96AtTick(tick + 1).compareTo(sqrtPriceX96) > 0;
    }

    static void requireTick(String what, int tick) {
        if (tick < MIN_TICK || tick > MAX_TICK) {
            throw new IllegalArgumentException(what + " " + tick + " is outside " + MIN_TICK + " to " + MAX_TICK);
        }
    }

    static void requireSqrtPrice(String what, BigInteger sqrtPriceX96) {
        if (sqrtPriceX96.compareTo(MIN_SQRT_PRICE_X96) < 0 || sqrtPriceX96.compareTo(MAX_SQRT_PRICE_X96) >= 0) {
            throw new IllegalArgumentException(what + " " + sqrtPriceX96 + " is outside a pool's prices: "
                    + MIN_SQRT_PRICE_X96 + " to " + MAX_SQRT_PRICE_X96 + " - 1");
        }
    }
}
