/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Price of token0 in token1, both raw, as an exact fraction.
 *
 * @param numerator  raw token1; not negative
 * @param denominator  raw token0; positive
 */
public record RawPrice(BigInteger numerator, BigInteger denominator) {

    private static final int X192 = 192;
    private static final BigInteger Q192 = BigInteger.ONE.shiftLeft(X192);

    public RawPrice {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("not a price: " + numerator + " / " + denominator);
        }
    }

    /** The square of a v3 sqrt price. */
    public static RawPrice ofSqrtPriceX96(BigInteger sqrtPriceX96) {
        return new RawPrice(sqrtPriceX96.multiply(sqrtPriceX96), Q192);
    }

    /** A price that is known as a real number only: positive and finite. */
    public static RawPrice ofReal(double rawPrice) {
        if (!(rawPrice > 0) || Double.isInfinite(rawPrice)) {
            throw new IllegalArgumentException("price " + rawPrice + " is not positive and finite");
        }
        BigDecimal exact = new BigDecimal(rawPrice);
        return exact.scale() >= 0
                ? new RawPrice(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()))
                : new RawPrice(exact.toBigIntegerExact(), BigInteger.ONE);
    }

    /** What an amount of token0 is worth in token1, rounded down (towards minus infinity), in the amount's own scale. */
    public BigInteger inToken1(BigInteger amount0) {
        if (isSquareOfSqrtPrice()) {
            return amount0.multiply(numerator).shiftRight(X192);
        }
        BigInteger[] parts = amount0.multiply(numerator).divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Token1 per token0 in human units. */
    public double human(int decimals0, int decimals1) {
        if (isSquareOfSqrtPrice()) {
            return Math.scalb(numerator.doubleValue(), -X192) * PowerOfTen.of(decimals0) / PowerOfTen.of(decimals1);
        }
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
                .scaleByPowerOfTen(decimals0 - decimals1)
                .doubleValue();
    }

    /** Then a shift does what a division takes long for. */
    private boolean isSquareOfSqrtPrice() {
        return denominator.equals(Q192);
    }
}
