/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;

/**
 * What one unit of liquidity over a range stands for, as fixed-point integers.
 *
 * <p>A constant product pool is the range of all ticks: between its ends the loss of a move does not depend on them.
 *
 * <p>Source: v3 whitepaper eq. 6.29 and 6.30; the loss by Loesch, Hindman, Richardson, Welch (arXiv:2111.09192).
 *
 * @param sqrtLowerX96  root of the lower price, Q64.96
 * @param sqrtUpperX96  root of the upper price, above it
 */
public record LiquidityRange(BigInteger sqrtLowerX96, BigInteger sqrtUpperX96) {

    public LiquidityRange {
        if (sqrtLowerX96.signum() <= 0 || sqrtLowerX96.compareTo(sqrtUpperX96) >= 0) {
            throw new IllegalArgumentException("sqrt prices " + sqrtLowerX96 + " and " + sqrtUpperX96
                    + " are no range: both must be positive, the first lower");
        }
    }

    public static LiquidityRange ofTicks(int tickLower, int tickUpper) {
        return new LiquidityRange(TickMath.sqrtPriceX96AtTick(tickLower), TickMath.sqrtPriceX96AtTick(tickUpper));
    }

    /** What a unit of liquidity stands for at a price. */
    public UnitHolding at(BigInteger sqrtPriceX96) {
        return new UnitHolding(
                amount0X192(sqrtPriceX96), amount1X96(sqrtPriceX96).shiftLeft(Scale.AMOUNT1_UNIT - Scale.SQRT_PRICE));
    }

    /** Tokens that a liquidity stands for at a price. */
    public HeldTokens tokens(BigInteger liquidityX64, BigInteger sqrtPriceX96) {
        return at(sqrtPriceX96).of(liquidityX64);
    }

    /** Token0 for each unit of liquidity, times 2^192, rounded down: {@code 1/s - 1/b}. */
    private BigInteger amount0X192(BigInteger sqrtPriceX96) {
        BigInteger s = clamp(sqrtPriceX96);
        return sqrtUpperX96
                .subtract(s)
                .shiftLeft(Scale.AMOUNT0_UNIT + Scale.SQRT_PRICE)
                .divide(s.multiply(sqrtUpperX96));
    }

    /** Token1 for each unit of liquidity, times 2^96, exact: {@code s - a}. */
    private BigInteger amount1X96(BigInteger sqrtPriceX96) {
        return clamp(sqrtPriceX96).subtract(sqrtLowerX96);
    }

    /**
     * Loss against holding the tokens of another price, in token1 times 2^256, never positive. With c that price clamped
     * to the range: inside it {@code -L*(s-c)^2/c}; below {@code L*(c-a)*(s^2/(c*a) - 1)}; above {@code L*(b-c)*(1 -
     * s^2/(c*b))}. No large numbers are subtracted, so a small move keeps its digits.
     */
    BigInteger lossX256(BigInteger liquidityX64, BigInteger fromSqrtPriceX96, BigInteger toSqrtPriceX96) {
        BigInteger c = clamp(fromSqrtPriceX96);
        BigInteger s = toSqrtPriceX96;
        if (s.compareTo(sqrtLowerX96) <= 0) {
            return outside(liquidityX64, c, sqrtLowerX96, s);
        }
        if (s.compareTo(sqrtUpperX96) >= 0) {
            return outside(liquidityX64, c, sqrtUpperX96, s);
        }
        BigInteger move = s.subtract(c);
        return liquidityX64
                .multiply(move.multiply(move))
                .shiftLeft(Scale.SQRT_PRICE)
                .divide(c)
                .negate();
    }

    /** {@code L*(c-e)*(s^2/(c*e) - 1)} for the end e that the price lies beyond; for the upper one both factors turn. */
    private static BigInteger outside(BigInteger liquidityX64, BigInteger c, BigInteger end, BigInteger s) {
        BigInteger ends = c.multiply(end);
        return liquidityX64
                .multiply(c.subtract(end))
                .multiply(s.multiply(s).subtract(ends))
                .shiftLeft(Scale.SQRT_PRICE)
                .divide(ends);
    }

    private BigInteger clamp(BigInteger sqrtPriceX96) {
        return sqrtPriceX96.max(sqrtLowerX96).min(sqrtUpperX96);
    }
}
