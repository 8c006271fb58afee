/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/** Powers of ten as doubles: exact up to the 22nd, beyond that right to a rounding. */
final class PowerOfTen {

    private static final double[] EXACT = new double[23];

    static {
        EXACT[0] = 1;
        for (int i = 1; i < EXACT.length; i++) {
            EXACT[i] = EXACT[i - 1] * 10;
        }
    }

    private PowerOfTen() {}

    /** @param exponent  not negative */
    static double of(int exponent) {
        return exponent < EXACT.length ? EXACT[exponent] : Math.pow(10, exponent);
    }
}
