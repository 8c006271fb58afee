/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;

/**
 * Tells the fees in a constant product share from the rest: without fees a share would still have the root k that it came
 * in with, so it would hold {@code rootK / s} and {@code rootK * s} at sqrt price s. All times 2^64. Formula sheet 1.6.
 *
 * @param fees0X64  token0 above that; not negative
 * @param fees1X64  token1 above that; not negative
 * @param withoutFeesX64  worth of the rest in token1
 */
record ConstantProductSplit(BigInteger fees0X64, BigInteger fees1X64, BigInteger withoutFeesX64) {

    private static final int FRACTION_BITS = 64;

    static ConstantProductSplit of(BigInteger amount0, BigInteger amount1, BigInteger entryRootKX64, RawPrice price) {
        BigInteger amount0X64 = amount0.shiftLeft(FRACTION_BITS);
        BigInteger amount1X64 = amount1.shiftLeft(FRACTION_BITS);
        BigInteger product = entryRootKX64.multiply(entryRootKX64);
        BigInteger entry0X64 =
                product.multiply(price.denominator()).divide(price.numerator()).sqrt();
        BigInteger entry1X64 =
                product.multiply(price.numerator()).divide(price.denominator()).sqrt();
        BigInteger fees0X64 = amount0X64.subtract(entry0X64).max(BigInteger.ZERO);
        BigInteger fees1X64 = amount1X64.subtract(entry1X64).max(BigInteger.ZERO);
        BigInteger rest = price.inToken1(amount0X64.subtract(fees0X64)).add(amount1X64.subtract(fees1X64));
        return new ConstantProductSplit(fees0X64, fees1X64, rest);
    }
}
