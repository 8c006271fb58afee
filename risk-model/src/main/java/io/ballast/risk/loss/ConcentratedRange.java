/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.loss;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * Liquidity L over a range of sqrt prices [a, b], with real-number formulas of the sqrt price s = sqrt(P), P being token1
 * per token0. Three regimes: s &le; a holds token0 alone, s &ge; b token1 alone, between them both.
 *
 * <p>Units are the caller's: raw, or human after {@link #inHumanUnits}. Value, HODL and loss are in token1, delta and
 * amount0 in token0. A loss is negative. Every method throws {@link IllegalArgumentException} for a sqrt price that is not
 * finite and positive.
 *
 * <p>Source: v3 whitepaper eq. 2.2, 6.29, 6.30; Loesch, Hindman, Richardson, Welch, "Impermanent Loss in Uniswap v3"
 * (arXiv:2111.09192). No form subtracts nearly equal numbers, so narrow ranges and small moves keep their digits.
 *
 * @param liquidity  L, in sqrt(token0 * token1), not negative
 * @param sqrtLower  a
 * @param sqrtUpper  b, above a
 */
public record ConcentratedRange(double liquidity, double sqrtLower, double sqrtUpper) {

    public ConcentratedRange {
        requireNotNegative("liquidity", liquidity);
        Domain.requireRange(sqrtLower, sqrtUpper);
    }

    /** Token0 held: {@code L * (1/s - 1/b)}, s clamped to the range. */
    public double amount0(double sqrtPrice) {
        double s = clamp(sqrtPrice);
        return liquidity * ((sqrtUpper - s) / s / sqrtUpper);
    }

    /** Token1 held: {@code L * (s - a)}, s clamped to the range. */
    public double amount1(double sqrtPrice) {
        return liquidity * (clamp(sqrtPrice) - sqrtLower);
    }

    /** Value in token1: {@code L*k*s^2} below with k = 1/a - 1/b, {@code L*(2s - s^2/b - a)} inside, {@code L*(b-a)} above. */
    public double value(double sqrtPrice) {
        return worth(amount0(sqrtPrice), amount1(sqrtPrice), sqrtPrice);
    }

    /** dV/dP, which is the amount of token0. */
    public double delta(double sqrtPrice) {
        return amount0(sqrtPrice);
    }

    /** d2V/dP2: {@code -L/(2 s^3)} inside (a, b), else 0; it jumps at both ends. Token0 per (token1 per token0). */
    public double gamma(double sqrtPrice) {
        requirePositive("sqrtPrice", sqrtPrice);
        boolean inside = sqrtPrice > sqrtLower && sqrtPrice < sqrtUpper;
        return inside ? -liquidity / 2 / sqrtPrice / sqrtPrice / sqrtPrice : 0;
    }

    /** Value now, in token1, of the tokens held at entry. */
    public double hodlValue(double sqrtPriceAtEntry, double sqrtPrice) {
        requirePositive("sqrtPrice", sqrtPrice);
        return worth(amount0(sqrtPriceAtEntry), amount1(sqrtPriceAtEntry), sqrtPrice);
    }

    /**
     * Impermanent loss V - HODL in token1, never positive. With c the entry clamped to the range: inside it is {@code
     * -L*(s-c)^2/c}; below {@code L*(c-a)*(s^2/(c*a) - 1)}; above {@code L*(b-c)*(1 - s^2/(c*b))}.
     */
    public double impermanentLoss(double sqrtPriceAtEntry, double sqrtPrice) {
        double c = clamp(sqrtPriceAtEntry);
        double s = requirePositive("sqrtPrice", sqrtPrice);
        return -liquidity * lossPerLiquidity(s, c) + 0.0; // no negative zero
    }

    /** The loss as a fraction of HODL, in [-1, 0]; the same in either token. */
    public double impermanentLossFraction(double sqrtPriceAtEntry, double sqrtPrice) {
        ConcentratedRange unit = new ConcentratedRange(1, sqrtLower, sqrtUpper);
        return unit.impermanentLoss(sqrtPriceAtEntry, sqrtPrice) / unit.hodlValue(sqrtPriceAtEntry, sqrtPrice);
    }

    /** The same liquidity with the tokens swapped: prices s become 1/s, amounts change places. */
    public ConcentratedRange inverted() {
        return new ConcentratedRange(liquidity, 1 / sqrtUpper, 1 / sqrtLower);
    }

    /** From raw to human units: L / 10^((d0+d1)/2), sqrt prices * 10^((d0-d1)/2). */
    public ConcentratedRange inHumanUnits(int decimals0, int decimals1) {
        double priceScale = Math.pow(10, (decimals0 - decimals1) / 2.0);
        double liquidityScale = Math.pow(10, -(decimals0 + decimals1) / 2.0);
        return new ConcentratedRange(liquidity * liquidityScale, sqrtLower * priceScale, sqrtUpper * priceScale);
    }

    private double lossPerLiquidity(double s, double c) {
        if (s <= sqrtLower) {
            return (c - sqrtLower) / c * shortfallBelow(s, c);
        }
        if (s >= sqrtUpper) {
            return (sqrtUpper - c) / c * excessAbove(s, c);
        }
        return (s - c) / c * (s - c);
    }

    /** {@code (c*a - s^2)/a} for s &le; a &le; c, without cancellation. */
    private double shortfallBelow(double s, double c) {
        return (sqrtLower - s) * (1 + s / sqrtLower) + (c - sqrtLower);
    }

    /** {@code (s^2 - c*b)/b} for c &le; b &le; s, without cancellation. */
    private double excessAbove(double s, double c) {
        return (s - sqrtUpper) * (1 + s / sqrtUpper) + (sqrtUpper - c);
    }

    private double clamp(double sqrtPrice) {
        requirePositive("sqrtPrice", sqrtPrice);
        return Math.max(sqrtLower, Math.min(sqrtUpper, sqrtPrice));
    }

    private static double worth(double amount0, double amount1, double sqrtPrice) {
        return amount0 * sqrtPrice * sqrtPrice + amount1;
    }
}
