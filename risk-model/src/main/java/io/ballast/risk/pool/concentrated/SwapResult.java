/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.requireInt;
import static io.ballast.risk.pool.SolidityTypes.requireUint;

import java.math.BigInteger;

/**
 * What a swap did, as a {@code Swap} log tells it.
 *
 * @param amount0  change of the pool's token0, raw: positive, the pool received (int256)
 * @param amount1  change of the pool's token1, raw: positive, the pool received (int256)
 * @param sqrtPriceX96  sqrt price after the swap, Q64.96
 * @param liquidity  liquidity in range after the swap (uint128)
 * @param tick  the pool's tick after the swap
 * @throws IllegalArgumentException if a value is outside its type, the pool received or paid both tokens, or the tick
 *     does not belong to the price
 */
public record SwapResult(
        BigInteger amount0, BigInteger amount1, BigInteger sqrtPriceX96, BigInteger liquidity, int tick) {

    public SwapResult {
        requireInt("amount0", amount0, 256);
        requireInt("amount1", amount1, 256);
        if (amount0.signum() * amount1.signum() > 0) {
            throw new IllegalArgumentException("amount0 " + amount0 + " and amount1 " + amount1
                    + " have one sign: a swap takes one token and gives the other");
        }
        TickMath.requireSqrtPrice("sqrtPriceX96", sqrtPriceX96);
        requireUint("liquidity", liquidity, 128);
        requireTickOfPrice(tick, sqrtPriceX96);
    }

    /** True if token0 went in and the price down, seen from the price before. */
    boolean zeroForOne(BigInteger sqrtPriceBeforeX96) {
        if (amount0.signum() > 0) {
            return true;
        }
        // Without input (a swap through ticks that have no liquidity) only the price tells the direction.
        return amount1.signum() <= 0 && sqrtPriceX96.compareTo(sqrtPriceBeforeX96) < 0;
    }

    /** What went in, fee included. */
    BigInteger amountIn(boolean zeroForOne) {
        return zeroForOne ? amount0 : amount1;
    }

    /** What came out, not negative. */
    BigInteger amountOut(boolean zeroForOne) {
        return (zeroForOne ? amount1 : amount0).negate();
    }

    private static void requireTickOfPrice(int tick, BigInteger sqrtPriceX96) {
        TickMath.requireTick("tick", tick);
        // A downward swap that ends on a tick leaves the pool one below it: then the price is that of tick + 1.
        boolean notAbove = TickMath.sqrtPriceX96AtTick(tick).compareTo(sqrtPriceX96) <= 0;
        boolean notBelow = tick == TickMath.MAX_TICK
                || TickMath.sqrtPriceX96AtTick(tick + 1).compareTo(sqrtPriceX96) >= 0;
        if (!notAbove || !notBelow) {
            throw new IllegalArgumentException("tick " + tick + " does not belong to sqrtPriceX96 " + sqrtPriceX96);
        }
    }
}
