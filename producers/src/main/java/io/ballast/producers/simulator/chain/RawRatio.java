/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact price in raw units: {@code numerator} units of token1 for {@code denominator} units of token0.
 *
 * @param numerator  positive
 * @param denominator  positive
 * @throws IllegalArgumentException if one is not positive
 */
public record RawRatio(BigInteger numerator, BigInteger denominator) {

    public RawRatio {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException(numerator + " / " + denominator + " is no price: both must be positive");
        }
    }

    /** The ratio of two decimal numbers. */
    static RawRatio of(BigDecimal numerator, BigDecimal denominator) {
        int scale = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
        return new RawRatio(
                numerator.movePointRight(scale).toBigIntegerExact(),
                denominator.movePointRight(scale).toBigIntegerExact());
    }

    /** This times {@code top / bottom}, both positive. */
    public RawRatio times(long top, long bottom) {
        return new RawRatio(
                numerator.multiply(BigInteger.valueOf(top)), denominator.multiply(BigInteger.valueOf(bottom)));
    }
}
