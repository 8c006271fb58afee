/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.wrap;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/**
 * Fees per unit of liquidity in both tokens, Q128.128, modulo 2^256. Only differences of two have a meaning.
 *
 * <p>Source: v3-core {@code Tick.getFeeGrowthInside} and {@code Position.update}; v3 whitepaper eq. 6.17 to 6.19.
 *
 * @param token0X128  growth in raw token0, 0 to 2^256 - 1
 * @param token1X128  growth in raw token1, 0 to 2^256 - 1
 */
public record FeeGrowth(BigInteger token0X128, BigInteger token1X128) {

    public static final FeeGrowth ZERO = new FeeGrowth(BigInteger.ZERO, BigInteger.ZERO);

    /** The difference modulo 2^256. */
    public FeeGrowth minus(FeeGrowth other) {
        return new FeeGrowth(
                wrap(token0X128.subtract(other.token0X128), 256), wrap(token1X128.subtract(other.token1X128), 256));
    }

    /** What so much liquidity earned over this difference: {@code growth * L / 2^128} rounded down, kept to uint128. */
    public TokenAmounts earnedBy(BigInteger liquidity) {
        return new TokenAmounts(earned(token0X128, liquidity), earned(token1X128, liquidity));
    }

    /**
     * Growth inside a range, from what lies outside of its ends.
     *
     * @param tickCurrent  the pool's tick as it stands in its state, which after a downward crossing is one below the
     *     price's own
     */
    public static FeeGrowth inside(
            int tickLower,
            int tickUpper,
            int tickCurrent,
            FeeGrowth global,
            FeeGrowth outsideLower,
            FeeGrowth outsideUpper) {
        FeeGrowth below = tickCurrent >= tickLower ? outsideLower : global.minus(outsideLower);
        FeeGrowth above = tickCurrent < tickUpper ? outsideUpper : global.minus(outsideUpper);
        return global.minus(below).minus(above);
    }

    /** A growth after a fee was shared by the liquidity in range, modulo 2^256. */
    static BigInteger grown(BigInteger growthX128, BigInteger fee, BigInteger liquidity) {
        return wrap(growthX128.add(fee.shiftLeft(128).divide(liquidity)), 256);
    }

    private static BigInteger earned(BigInteger differenceX128, BigInteger liquidity) {
        return wrap(differenceX128.multiply(liquidity).shiftRight(128), 128);
    }
}
