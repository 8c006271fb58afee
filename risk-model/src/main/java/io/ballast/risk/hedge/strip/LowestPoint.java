/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;

/** Where the slope of a convex loss changes its sign, by bracketing and halving on a log scale. */
final class LowestPoint {

    private static final double SMALLEST = 1e-30;
    private static final double GREATEST = 1e30;
    private static final int HALVINGS = 120;

    private LowestPoint() {}

    static double of(ConvexLoss loss, double near) {
        double low = Domain.requirePositive("near", near);
        while (loss.slope(low) >= 0) {
            if (low < SMALLEST) {
                return 0;
            }
            low /= 2;
        }
        double high = 2 * low;
        while (loss.slope(high) < 0) {
            if (high > GREATEST) {
                return Double.POSITIVE_INFINITY;
            }
            high *= 2;
        }
        return halve(loss, low, high);
    }

    /** From a price with a negative slope to one without. */
    private static double halve(ConvexLoss loss, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (loss.slope(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
