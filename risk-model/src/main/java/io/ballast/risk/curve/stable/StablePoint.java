/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

/**
 * A point of the stable curve with D = 1, given by {@code h = 1/(4xy) - 1 >= 0}, how far its product is from that of equal
 * balances. Everything is a sum of positive terms of h, so nothing cancels, next to the peg or 16 decades away from it:
 *
 * <pre>{@code
 * r = 1 + h      x + y = 1 + h/K      (y - x)^2 = (x + y)^2 - 1/r = 2h/K + h^2/K^2 + h/(1+h)
 * price - 1 = 4 r^2 (y - x) / (K + 4 r^2 x)
 * }</pre>
 *
 * <p>These follow from the invariant {@code K (x + y) + 1 = K + 1/(4xy)}; the price is F_x / F_y.
 *
 * @param k  K
 * @param r  1 + h
 * @param scarce  the smaller balance, x where the price is above 1
 * @param plenty  the larger balance
 */
record StablePoint(double k, double r, double scarce, double plenty) {

    /** @param root  sqrt(h): the price less 1 is nearly proportional to it around the peg */
    static StablePoint of(double k, double root) {
        double h = root * root;
        double r = 1 + h;
        double plenty = (1 + h / k + apart(k, root)) / 2;
        return new StablePoint(k, r, 0.25 / r / plenty, plenty);
    }

    /** Price of the scarce coin in the plentiful one less 1, without forming the point. */
    static double excessPrice(double k, double root) {
        double r = 1 + root * root;
        double apart = apart(k, root);
        double plenty = (1 + root * root / k + apart) / 2;
        return 4 * r * r * apart / (k + r / plenty);
    }

    /** Derivative of the scarce balance by its price: {@code -1/y''}; negative. */
    double gamma() {
        double ratio = slopeScarce() / slopePlenty();
        return -scarce * scarce * slopePlenty() / (2 * r * plenty * (1 - ratio + ratio * ratio));
    }

    /** {@code x F_x = K x + 1/(4xy)}, x the scarce balance. */
    double slopeScarce() {
        return k * scarce + r;
    }

    /** {@code y F_y}. */
    double slopePlenty() {
        return k * plenty + r;
    }

    private static double apart(double k, double root) {
        return root * Math.sqrt(2 / k + (root / k) * (root / k) + 1 / (1 + root * root));
    }
}
