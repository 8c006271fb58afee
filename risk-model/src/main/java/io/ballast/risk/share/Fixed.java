/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Doubles as fixed-point integers, so that sums of them are exact. */
final class Fixed {

    private Fixed() {}

    /** A finite number times a power of two, rounded towards zero. */
    static BigInteger of(double value, int bits) {
        return new BigDecimal(value)
                .multiply(new BigDecimal(BigInteger.ONE.shiftLeft(bits)))
                .toBigInteger();
    }
}
