/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.FixedPoint.Q96;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/**
 * Liquidity from token amounts and token amounts from liquidity, over a range of sqrt prices.
 *
 * <p>Source: v3-periphery {@code LiquidityAmounts}; v3-core {@code UniswapV3Pool._modifyPosition} for the roundings.
 */
public final class LiquidityAmounts {

    private LiquidityAmounts() {}

    /**
     * The greatest liquidity that both amounts suffice for, with periphery's roundings. Not limited to uint128.
     *
     * @param amounts  raw token amounts at hand
     */
    public static BigInteger liquidityForAmounts(
            BigInteger sqrtPriceX96, BigInteger sqrtAX96, BigInteger sqrtBX96, TokenAmounts amounts) {
        BigInteger low = sqrtAX96.min(sqrtBX96);
        BigInteger high = sqrtAX96.max(sqrtBX96);
        if (sqrtPriceX96.compareTo(low) <= 0) {
            return liquidityForAmount0(low, high, amounts.amount0());
        }
        if (sqrtPriceX96.compareTo(high) >= 0) {
            return liquidityForAmount1(low, high, amounts.amount1());
        }
        return liquidityForAmount0(sqrtPriceX96, high, amounts.amount0())
                .min(liquidityForAmount1(low, sqrtPriceX96, amounts.amount1()));
    }

    /** {@code amount0 * sqrtLow * sqrtHigh / (sqrtHigh - sqrtLow)}, the product rounded down to Q64.96 in between. */
    public static BigInteger liquidityForAmount0(BigInteger sqrtLowX96, BigInteger sqrtHighX96, BigInteger amount0) {
        BigInteger product = sqrtLowX96.multiply(sqrtHighX96).shiftRight(96);
        return amount0.multiply(product).divide(width(sqrtLowX96, sqrtHighX96));
    }

    /** {@code amount1 / (sqrtHigh - sqrtLow)}, rounded down. */
    public static BigInteger liquidityForAmount1(BigInteger sqrtLowX96, BigInteger sqrtHighX96, BigInteger amount1) {
        return amount1.multiply(Q96).divide(width(sqrtLowX96, sqrtHighX96));
    }

    /**
     * Raw token amounts of a range's liquidity at a sqrt price. Rounded up it is what minting takes, down what burning
     * gives. At a bound itself the two neighbouring regimes agree, so the tick is not needed.
     */
    public static TokenAmounts amountsForLiquidity(
            BigInteger sqrtPriceX96, BigInteger sqrtAX96, BigInteger sqrtBX96, BigInteger liquidity, boolean roundUp) {
        BigInteger low = sqrtAX96.min(sqrtBX96);
        BigInteger high = sqrtAX96.max(sqrtBX96);
        BigInteger inside = sqrtPriceX96.max(low).min(high);
        return new TokenAmounts(
                SqrtPriceMath.getAmount0Delta(inside, high, liquidity, roundUp),
                SqrtPriceMath.getAmount1Delta(low, inside, liquidity, roundUp));
    }

    private static BigInteger width(BigInteger sqrtLowX96, BigInteger sqrtHighX96) {
        if (sqrtLowX96.compareTo(sqrtHighX96) >= 0) {
            throw new IllegalArgumentException(
                    "sqrt prices " + sqrtLowX96 + " and " + sqrtHighX96 + " are no range: the first must be lower");
        }
        return sqrtHighX96.subtract(sqrtLowX96);
    }
}
