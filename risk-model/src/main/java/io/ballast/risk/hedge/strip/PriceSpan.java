/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;

/**
 * The prices at expiry at which a loss is to be covered.
 *
 * @param lowest  dollars, not negative
 * @param highest  dollars, above the lowest; may be infinite
 */
public record PriceSpan(double lowest, double highest) {

    /** Every price there is. */
    public static final PriceSpan ALL = new PriceSpan(0, Double.POSITIVE_INFINITY);

    public PriceSpan {
        Domain.requireNotNegative("lowest price", lowest);
        if (!(highest > lowest)) {
            throw new IllegalArgumentException("highest price " + highest + " must be above the lowest, " + lowest);
        }
    }

    /** True if there is no highest price: then the slope above all strikes has to be covered. */
    public boolean unbounded() {
        return highest == Double.POSITIVE_INFINITY;
    }

    boolean hasInside(double price) {
        return price > lowest && price < highest;
    }

    double lossAtLowest(ConvexLoss loss) {
        return lowest == 0 ? loss.atZero() : loss.at(lowest);
    }
}
