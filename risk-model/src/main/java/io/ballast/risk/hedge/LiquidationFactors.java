/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/** Where {@code A + B x + C / x} crosses zero next to x = 1, for positive x: roots of {@code B x^2 + A x + C}. */
final class LiquidationFactors {

    private LiquidationFactors() {}

    /** The nearest root at or below 1 and the nearest above it; NaN: none. Both 1 if it is not positive at 1 already. */
    static double[] of(double a, double b, double c) {
        if (a + b + c <= 0) {
            return new double[] {1, 1};
        }
        double below = Double.NaN;
        double above = Double.NaN;
        for (double root : roots(b, a, c)) {
            if (root > 0 && root < 1) {
                below = Double.isNaN(below) ? root : Math.max(below, root);
            } else if (root > 1 && root < Double.POSITIVE_INFINITY) {
                above = Double.isNaN(above) ? root : Math.min(above, root);
            }
        }
        return new double[] {below, above};
    }

    private static double[] roots(double square, double linear, double constant) {
        if (square == 0) {
            return linear == 0 ? new double[0] : new double[] {-constant / linear};
        }
        double discriminant = linear * linear - 4 * square * constant;
        if (discriminant < 0) {
            return new double[0];
        }
        double sum = -(linear + Math.copySign(Math.sqrt(discriminant), linear)) / 2;
        return sum == 0 ? new double[] {0} : new double[] {sum / square, constant / sum};
    }
}
