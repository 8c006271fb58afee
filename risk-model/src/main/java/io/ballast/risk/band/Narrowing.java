/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/** An interval around a sqrt price that shrinks as conditions are put on it. Mutable; for one calculation. */
final class Narrowing {

    private static final int GUARD_ULPS = 4;

    private final double centre;
    private double lo;
    private double hi;

    Narrowing(double centre, double lo, double hi) {
        this.centre = centre;
        this.lo = lo;
        this.hi = hi;
    }

    double lo() {
        return lo;
    }

    double hi() {
        return hi;
    }

    /** Nothing is left: the interval holds no price. */
    void empty() {
        lo = centre;
        hi = centre;
    }

    /** Keeps the d around 0 where {@code c0 + c1*d + c2*d^2 > 0}, d being the distance from the centre. */
    void keepPositive(double c0, double c1, double c2) {
        if (!(c0 > 0)) {
            empty();
            return;
        }
        double discriminant = c1 * c1 - 4 * c0 * c2;
        if (!(discriminant >= 0)) {
            return;
        }
        double q = -(c1 + Math.copySign(Math.sqrt(discriminant), c1)) / 2;
        cutAt(q / c2);
        cutAt(c0 / q);
    }

    /** Cuts at a distance from the centre; 0/0 and infinity are no root. */
    void cutAt(double distance) {
        if (distance > 0) {
            cutAbove(centre + distance);
        } else if (distance < 0) {
            cutBelow(centre + distance);
        }
    }

    private void cutAbove(double sqrtPrice) {
        double guarded = sqrtPrice - GUARD_ULPS * Math.ulp(sqrtPrice);
        if (sqrtPrice < Double.POSITIVE_INFINITY) {
            hi = Math.max(centre, Math.min(hi, guarded));
        }
    }

    private void cutBelow(double sqrtPrice) {
        if (sqrtPrice > 0) {
            lo = Math.min(centre, Math.max(lo, sqrtPrice + GUARD_ULPS * Math.ulp(sqrtPrice)));
        }
    }
}
