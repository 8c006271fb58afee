/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * How far a figure may rise and fall from where it is before it is a limit away from what was published. A little less than
 * that, for the rounding of doubles, so that a band computed from it errs to the early side.
 *
 * @param up  not positive where there is none
 * @param down  likewise
 */
record Room(double published, double limit, double up, double down, boolean holdsNow) {

    private static final double SAFETY = 1 - 1e-9;
    private static final double ROUNDING = 4e-15;

    static Room of(double now, double published, double limit) {
        return of(now, published, limit, Math.abs(published));
    }

    /** Of a figure that is a quotient near 1, less 1. */
    static Room ofRatio(double now, double published, double limit) {
        return of(now, published, limit, 1);
    }

    private static Room of(double now, double published, double limit, double scale) {
        double apart = now - published;
        double safe = limit * SAFETY - ROUNDING * scale;
        return new Room(published, safe, safe - apart, safe + apart, Math.abs(apart) <= limit);
    }

    /** What the price may use: all, or half of the rise where fees make the figure rise too. */
    Room sharedWithFees(boolean shared) {
        return shared ? new Room(published, limit, up / 2, down, holdsNow) : this;
    }

    /** What fees may use of the rise. */
    double leftForFees(boolean shared) {
        return shared ? up / 2 : up;
    }

    boolean allows(double change) {
        return change == 0 ? holdsNow : change < up && -change < down;
    }
}
