/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.loss;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * Impermanent loss of full-range constant-product liquidity, and its amounts. A loss is negative.
 *
 * <p>Source: Uniswap docs "Understanding Returns"; the limit a to 0, b to infinity of {@link ConcentratedRange}.
 */
public final class ConstantProductLoss {

    private ConstantProductLoss() {}

    /**
     * Loss as a fraction of HODL: {@code 2*sqrt(r)/(1+r) - 1}, computed as {@code -(sqrt(r)-1)^2/(1+r)}; in (-1, 0].
     *
     * @param priceRatio  r, price now over price at entry, finite and positive
     */
    public static double fraction(double priceRatio) {
        double root = Math.sqrt(requirePositive("priceRatio", priceRatio));
        return -(root - 1) * ((root - 1) / (1 + priceRatio)) + 0.0; // no negative zero
    }

    /**
     * Loss in token1: {@code -L*(s-c)^2/c}.
     *
     * @param liquidity  L = sqrt(amount0 * amount1), not negative
     * @param sqrtPriceAtEntry  c, sqrt of token1 per token0
     * @param sqrtPrice  s
     */
    public static double absolute(double liquidity, double sqrtPriceAtEntry, double sqrtPrice) {
        requireNotNegative("liquidity", liquidity);
        requirePositive("sqrtPriceAtEntry", sqrtPriceAtEntry);
        requirePositive("sqrtPrice", sqrtPrice);
        double move = sqrtPrice - sqrtPriceAtEntry;
        return -liquidity * (move / sqrtPriceAtEntry) * move + 0.0; // no negative zero
    }

    /** Token0 held, {@code L/s}: also the delta. */
    public static double amount0(double liquidity, double sqrtPrice) {
        return requireNotNegative("liquidity", liquidity) / requirePositive("sqrtPrice", sqrtPrice);
    }

    /** Token1 held, {@code L*s}; the value is twice that. */
    public static double amount1(double liquidity, double sqrtPrice) {
        return requireNotNegative("liquidity", liquidity) * requirePositive("sqrtPrice", sqrtPrice);
    }

    /** Value in token1, {@code 2*L*s}. */
    public static double value(double liquidity, double sqrtPrice) {
        return 2 * amount1(liquidity, sqrtPrice);
    }

    /** d2V/dP2 = {@code -L/(2 s^3)}: token0 per (token1 per token0). */
    public static double gamma(double liquidity, double sqrtPrice) {
        return -amount0(liquidity, sqrtPrice) / 2 / sqrtPrice / sqrtPrice;
    }
}
