/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.FixedPoint.Q96;
import static io.ballast.risk.pool.concentrated.FixedPoint.divide;
import static io.ballast.risk.pool.concentrated.FixedPoint.divideRoundingUp;

import java.math.BigInteger;

/**
 * Amounts between two sqrt prices, and the sqrt price after an amount, with v3-core's roundings.
 *
 * <p>Source: v3-core {@code SqrtPriceMath}; v3 whitepaper eq. 6.13 to 6.16.
 */
public final class SqrtPriceMath {

    private static final int UINT256 = 256;

    private SqrtPriceMath() {}

    /**
     * Raw token0 between two sqrt prices, {@code L * (1/sqrtLow - 1/sqrtHigh)}; the order of the prices does not matter.
     *
     * @throws IllegalArgumentException if a price is not positive
     */
    public static BigInteger getAmount0Delta(
            BigInteger sqrtAX96, BigInteger sqrtBX96, BigInteger liquidity, boolean roundUp) {
        BigInteger low = sqrtAX96.min(sqrtBX96);
        BigInteger high = sqrtAX96.max(sqrtBX96);
        requirePositive("sqrt price", low);
        BigInteger numerator = liquidity.shiftLeft(96).multiply(high.subtract(low));
        return divide(divide(numerator, high, roundUp), low, roundUp);
    }

    /** Raw token1 between two sqrt prices, {@code L * (sqrtHigh - sqrtLow)}; the order of the prices does not matter. */
    public static BigInteger getAmount1Delta(
            BigInteger sqrtAX96, BigInteger sqrtBX96, BigInteger liquidity, boolean roundUp) {
        BigInteger product = liquidity.multiply(sqrtAX96.subtract(sqrtBX96).abs());
        return divide(product, Q96, roundUp);
    }

    /**
     * The sqrt price after so much was paid in (fee taken off already), rounded so that the pool never gives too much.
     *
     * @throws IllegalArgumentException if the price or the liquidity is not positive
     */
    public static BigInteger getNextSqrtPriceFromInput(
            BigInteger sqrtPriceX96, BigInteger liquidity, BigInteger amountIn, boolean zeroForOne) {
        requirePositive("sqrt price", sqrtPriceX96);
        requirePositive("liquidity", liquidity);
        return zeroForOne
                ? afterToken0In(sqrtPriceX96, liquidity, amountIn)
                : sqrtPriceX96.add(amountIn.shiftLeft(96).divide(liquidity));
    }

    /**
     * The sqrt price after so much was paid out, rounded so that the pool never gives too much.
     *
     * @throws IllegalArgumentException if the price or the liquidity is not positive, or the pool has not got so much
     */
    public static BigInteger getNextSqrtPriceFromOutput(
            BigInteger sqrtPriceX96, BigInteger liquidity, BigInteger amountOut, boolean zeroForOne) {
        requirePositive("sqrt price", sqrtPriceX96);
        requirePositive("liquidity", liquidity);
        return zeroForOne
                ? afterToken1Out(sqrtPriceX96, liquidity, amountOut)
                : afterToken0Out(sqrtPriceX96, liquidity, amountOut);
    }

    private static BigInteger afterToken0In(BigInteger sqrtPriceX96, BigInteger liquidity, BigInteger amount) {
        BigInteger numerator = liquidity.shiftLeft(96);
        BigInteger product = amount.multiply(sqrtPriceX96);
        BigInteger denominator = numerator.add(product);
        if (denominator.bitLength() > UINT256) {
            // The contract cannot hold the exact denominator here and takes a form that rounds differently.
            return divideRoundingUp(numerator, numerator.divide(sqrtPriceX96).add(amount));
        }
        return divideRoundingUp(numerator.multiply(sqrtPriceX96), denominator);
    }

    private static BigInteger afterToken0Out(BigInteger sqrtPriceX96, BigInteger liquidity, BigInteger amount) {
        BigInteger numerator = liquidity.shiftLeft(96);
        BigInteger denominator = numerator.subtract(amount.multiply(sqrtPriceX96));
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException(
                    "amount0 out " + amount + " is more than liquidity " + liquidity + " can give at any price");
        }
        return divideRoundingUp(numerator.multiply(sqrtPriceX96), denominator);
    }

    private static BigInteger afterToken1Out(BigInteger sqrtPriceX96, BigInteger liquidity, BigInteger amount) {
        BigInteger next = sqrtPriceX96.subtract(divideRoundingUp(amount.shiftLeft(96), liquidity));
        if (next.signum() <= 0) {
            throw new IllegalArgumentException(
                    "amount1 out " + amount + " is more than liquidity " + liquidity + " can give at any price");
        }
        return next;
    }

    private static void requirePositive(String what, BigInteger value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " " + value + " must be positive");
        }
    }
}
