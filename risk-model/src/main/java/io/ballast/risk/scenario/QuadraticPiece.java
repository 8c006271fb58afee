/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

/**
 * {@code a s^2 + b s + c} for sqrt prices s from lower to upper: what a book of concentrated positions and perpetuals is worth
 * between two boundaries.
 *
 * @param lower  0 in the lowest piece
 * @param upper  infinite in the highest
 */
record QuadraticPiece(double lower, double upper, double a, double b, double c) {

    double at(double s) {
        return (a * s + b) * s + c;
    }

    QuadraticPiece plus(double moreA, double moreC) {
        return new QuadraticPiece(lower, upper, a + moreA, b, c + moreC);
    }

    /**
     * The parts of this piece where it is at most x: none, one or two intervals, as pairs of ends. Roots by the form without
     * cancellation.
     */
    double[][] atMost(double x) {
        double shifted = c - x;
        if (a == 0) {
            return b == 0 ? (shifted <= 0 ? all() : none()) : halfLine(-shifted / b, b > 0);
        }
        double discriminant = b * b - 4 * a * shifted;
        if (discriminant <= 0) {
            return a < 0 ? all() : none();
        }
        double half = -(b + Math.copySign(Math.sqrt(discriminant), b)) / 2;
        double first = half / a;
        double second = half == 0 ? first : shifted / half;
        double low = Math.min(first, second);
        double high = Math.max(first, second);
        return a > 0 ? new double[][] {cut(low, high)} : new double[][] {cut(lower, low), cut(high, upper)};
    }

    private double[][] halfLine(double root, boolean isBelow) {
        return new double[][] {isBelow ? cut(lower, root) : cut(root, upper)};
    }

    private double[] cut(double from, double to) {
        double start = Math.max(lower, from);
        return new double[] {start, Math.max(start, Math.min(upper, to))};
    }

    private double[][] all() {
        return new double[][] {{lower, upper}};
    }

    private static double[][] none() {
        return new double[0][];
    }
}
