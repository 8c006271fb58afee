/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;

/** Fixed-point integers as floating point: the one rounding of a figure, after all differences were taken. */
final class ScaledInteger {

    /** Integers of so many bits are surely finite doubles. */
    private static final int SAFE_BITS = 1000;

    private ScaledInteger() {}

    /** {@code value / 2^scaleBits}, relative error at most 2^-53. */
    static double toDouble(BigInteger value, int scaleBits) {
        int excess = Math.max(0, value.bitLength() - SAFE_BITS);
        return Math.scalb(value.shiftRight(excess).doubleValue(), excess - scaleBits);
    }
}
