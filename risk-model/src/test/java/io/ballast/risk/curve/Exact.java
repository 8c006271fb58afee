/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Arithmetic in so many digits that finite differences are as good as derivatives. */
public final class Exact {

    public static final MathContext DIGITS = new MathContext(100, RoundingMode.HALF_EVEN);

    private Exact() {}

    /** The double itself, without rounding. */
    public static BigDecimal of(double value) {
        return new BigDecimal(value);
    }

    public static BigDecimal divide(BigDecimal a, BigDecimal b) {
        return a.divide(b, DIGITS);
    }

    public static BigDecimal sqrt(BigDecimal a) {
        return a.sqrt(DIGITS);
    }

    /** Holds when the answer is as near as that in relative terms; an exact zero must be met exactly. */
    public static void assertNear(String what, double answer, BigDecimal expected, double relative) {
        BigDecimal difference = of(answer).subtract(expected).abs();
        assertThat(difference)
                .as("%s: %s against %s", what, answer, expected.round(new MathContext(20)))
                .isLessThanOrEqualTo(expected.abs().multiply(of(relative)));
    }
}
