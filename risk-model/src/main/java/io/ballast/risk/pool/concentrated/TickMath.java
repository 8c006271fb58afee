/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.FixedPoint.Q96;

import io.ballast.risk.integer.Limbs;
import java.math.BigInteger;

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

    /** {@code 2^128 / sqrt(1.0001)^(2^i)} for bit i of the tick: high and low 64 bits. */
    private static final long[][] LADDER = {
        {0xfffcb933bd6fad37L, 0xaa2d162d1a594001L},
        {0xfff97272373d4132L, 0x59a46990580e213aL},
        {0xfff2e50f5f656932L, 0xef12357cf3c7fdccL},
        {0xffe5caca7e10e4e6L, 0x1c3624eaa0941cd0L},
        {0xffcb9843d60f6159L, 0xc9db58835c926644L},
        {0xff973b41fa98c081L, 0x472e6896dfb254c0L},
        {0xff2ea16466c96a38L, 0x43ec78b326b52861L},
        {0xfe5dee046a99a2a8L, 0x11c461f1969c3053L},
        {0xfcbe86c7900a88aeL, 0xdcffc83b479aa3a4L},
        {0xf987a7253ac41317L, 0x6f2b074cf7815e54L},
        {0xf3392b0822b70005L, 0x940c7a398e4b70f3L},
        {0xe7159475a2c29b74L, 0x43b29c7fa6e889d9L},
        {0xd097f3bdfd2022b8L, 0x845ad8f792aa5825L},
        {0xa9f746462d870fdfL, 0x8a65dc1f90e061e5L},
        {0x70d869a156d2a1b8L, 0x90bb3df62baf32f7L},
        {0x31be135f97d08fd9L, 0x81231505542fcfa6L},
        {0x9aa508b5b7a84e1L, 0xc677de54f3e99bc9L},
        {0x5d6af8dedb8119L, 0x6699c329225ee604L},
        {0x2216e584f5faL, 0x1ea926041bedfe98L},
        {0x48a1703L, 0x91f7dc42444e8fa2L}
    };

    private TickMath() {}

    /**
     * The sqrt price at a tick, Q64.96, rounded up as the contract rounds it.
     *
     * @throws IllegalArgumentException if the tick is outside [-887272, 887272]
     */
    public static BigInteger sqrtPriceX96AtTick(int tick) {
        requireTick("tick", tick);
        if (tick == 0) {
            return Q96;
        }
        BigInteger ratioX128 = inverseRatioX128(Math.abs(tick));
        if (tick > 0) {
            ratioX128 = MAX_UINT256.divide(ratioX128);
        }
        return ratioX128.add(ALL_ONES_32).shiftRight(32);
    }

    /** {@code 2^128 / sqrt(1.0001)^tick} for a positive tick, in two words: each rung drops what is below the last bit. */
    private static BigInteger inverseRatioX128(int tick) {
        int rest = tick;
        long[] rung = LADDER[Integer.numberOfTrailingZeros(rest)];
        long high = rung[0];
        long low = rung[1];
        for (rest &= rest - 1; rest != 0; rest &= rest - 1) {
            rung = LADDER[Integer.numberOfTrailingZeros(rest)];
            // Schoolbook: of the four products of words, sum up what is above 2^128.
            long middle = Limbs.multiplyHigh(low, rung[1]);
            long cross = low * rung[0] + middle;
            long carry = Limbs.multiplyHigh(low, rung[0]) + (Long.compareUnsigned(cross, middle) < 0 ? 1 : 0);
            long otherCross = high * rung[1];
            long upper =
                    Limbs.multiplyHigh(high, rung[1]) + (Long.compareUnsigned(otherCross + cross, cross) < 0 ? 1 : 0);
            low = high * rung[0] + carry;
            high = Limbs.multiplyHigh(high, rung[0]) + (Long.compareUnsigned(low, carry) < 0 ? 1 : 0);
            low += upper;
            high += Long.compareUnsigned(low, upper) < 0 ? 1 : 0;
        }
        return Limbs.toBigInteger(new long[] {low, high}, new byte[2 * Long.BYTES]);
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

    /** Whether a pool can have a tick there: {@value #MIN_TICK} to {@value #MAX_TICK}. */
    public static boolean isTick(int tick) {
        return tick >= MIN_TICK && tick <= MAX_TICK;
    }

    static void requireTick(String what, int tick) {
        if (!isTick(tick)) {
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
