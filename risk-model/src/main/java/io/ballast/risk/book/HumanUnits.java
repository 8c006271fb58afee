/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;

/**
 * From raw units to those that people use, as real numbers: {@code x/10^d0}, {@code y/10^d1}, sqrt prices times
 * {@code 10^((d0-d1)/2)}, liquidity over {@code 10^((d0+d1)/2)}.
 *
 * @param decimals0  of token0
 * @param decimals1  of token1
 */
public record HumanUnits(int decimals0, int decimals1) {

    private static final double X64 = 0x1p64;
    private static final double Q96 = 0x1p96;

    /** @throws IllegalArgumentException if the decimals are not known */
    public static HumanUnits of(PoolTerms terms) {
        if (!terms.decimalsKnown()) {
            throw new IllegalArgumentException(
                    "decimals are not known: " + terms.decimals0() + " and " + terms.decimals1());
        }
        return new HumanUnits(terms.decimals0(), terms.decimals1());
    }

    public double amount0(double raw) {
        return raw * Math.pow(10, -decimals0);
    }

    public double amount1(double raw) {
        return raw * Math.pow(10, -decimals1);
    }

    /** Raw token0 times 2^64. */
    public double amount0X64(BigInteger rawX64) {
        return amount0(rawX64.doubleValue() / X64);
    }

    /** Raw token1 times 2^64. */
    public double amount1X64(BigInteger rawX64) {
        return amount1(rawX64.doubleValue() / X64);
    }

    /** A liquidity, or another square root of a product of both amounts. */
    public double liquidity(double raw) {
        return raw * Math.pow(10, -(decimals0 + decimals1) / 2.0);
    }

    public double sqrtPrice(double raw) {
        return raw * Math.pow(10, (decimals0 - decimals1) / 2.0);
    }

    public double sqrtPriceX96(BigInteger rawX96) {
        return sqrtPrice(rawX96.doubleValue() / Q96);
    }
}
