/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.loss;

/** Guards of the formulas' domains: a wrong argument must not come out as NaN. */
public final class Domain {

    private Domain() {}

    public static double requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " " + value + " must be finite and positive");
        }
        return value;
    }

    public static double requireNotNegative(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " " + value + " must be finite and not negative");
        }
        return value;
    }

    public static void requireRange(double sqrtLower, double sqrtUpper) {
        requirePositive("sqrtLower", sqrtLower);
        requirePositive("sqrtUpper", sqrtUpper);
        if (sqrtLower >= sqrtUpper) {
            throw new IllegalArgumentException("sqrtLower " + sqrtLower + " must be below sqrtUpper " + sqrtUpper);
        }
    }
}
