/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;

/**
 * A group's formula between two neighbouring boundaries: with s the sqrt price, value is {@code A*s^2 + B*s + C} raw token1,
 * the amount of token0 (delta) {@code A + N/s}, of token1 {@code N*s + C}.
 *
 * <p>The coefficients are right to a rounding of a double each; where ranges are narrow their terms nearly cancel, so a value
 * from here is good to about 1e-16 times the largest term. Exact figures come from {@link LiquidityProfile#amountsAt}.
 *
 * @param tickLower  the nearest boundary at or below the price; null: none
 * @param tickUpper  the nearest boundary above the price; null: none
 * @param a  A, raw token0
 * @param b  B = 2 N
 * @param c  C, raw token1, with its sign (minus the sum N2)
 * @param liquidity  N, in range all over the segment
 */
public record ProfileSegment(Integer tickLower, Integer tickUpper, double a, double b, double c, BigInteger liquidity) {

    /** Sqrt price where the segment begins; 0 without a boundary there. */
    public double sqrtPriceLower() {
        return tickLower == null ? 0 : sqrtPriceAt(tickLower);
    }

    /** Sqrt price where the next segment begins; infinite without a boundary there. */
    public double sqrtPriceUpper() {
        return tickUpper == null ? Double.POSITIVE_INFINITY : sqrtPriceAt(tickUpper);
    }

    private static double sqrtPriceAt(int tick) {
        return SqrtPrice.toDouble(TickMath.sqrtPriceX96AtTick(tick));
    }
}
