/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.loss;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requireRange;

/**
 * Liquidity or a bound of a range from the token amounts it holds, real-number forms.
 *
 * <p>Source: Elsts, "Liquidity Math in Uniswap v3", eq. 4 to 13. Symbols as in {@link ConcentratedRange}: x token0, y
 * token1, s the sqrt price, inside [a, b].
 */
public final class RangeFromAmounts {

    private RangeFromAmounts() {}

    /** {@code L = x * s * b / (b - s)}: what token0 amounts to between s and the upper bound. */
    public static double liquidityFromAmount0(double amount0, double sqrtPrice, double sqrtUpper) {
        requireNotNegative("amount0", amount0);
        requireRange(sqrtPrice, sqrtUpper);
        return amount0 * sqrtPrice * (sqrtUpper / (sqrtUpper - sqrtPrice));
    }

    /** {@code L = y / (s - a)}: what token1 amounts to between the lower bound and s. */
    public static double liquidityFromAmount1(double amount1, double sqrtLower, double sqrtPrice) {
        requireNotNegative("amount1", amount1);
        requireRange(sqrtLower, sqrtPrice);
        return amount1 / (sqrtPrice - sqrtLower);
    }

    /**
     * The lower bound {@code a = s - y/L}, L from token0.
     *
     * @throws IllegalArgumentException if there is more token1 than any lower bound above zero allows
     */
    public static double sqrtLower(double amount0, double amount1, double sqrtPrice, double sqrtUpper) {
        requireNotNegative("amount1", amount1);
        double liquidity = liquidityFromAmount0(amount0, sqrtPrice, sqrtUpper);
        return Domain.requirePositive("sqrtLower", sqrtPrice - amount1 / liquidity);
    }

    /**
     * The upper bound {@code b = L*s/(L - s*x)}, L from token1.
     *
     * @throws IllegalArgumentException if there is more token0 than any finite upper bound allows
     */
    public static double sqrtUpper(double amount0, double amount1, double sqrtLower, double sqrtPrice) {
        requireNotNegative("amount0", amount0);
        double liquidity = liquidityFromAmount1(amount1, sqrtLower, sqrtPrice);
        return Domain.requirePositive("sqrtUpper", sqrtPrice / (1 - sqrtPrice * amount0 / liquidity));
    }
}
