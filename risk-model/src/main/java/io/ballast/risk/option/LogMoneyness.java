/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static io.ballast.risk.loss.Domain.requirePositive;

/** Where one price lies from another on a log scale. */
public final class LogMoneyness {

    private static final double NEAR = 0.5;

    private LogMoneyness() {}

    /** {@code ln(price/reference)}, to its digits also where they are next to each other. Both positive. */
    public static double of(double price, double reference) {
        requirePositive("price", price);
        requirePositive("reference", reference);
        double excess = (price - reference) / reference;
        return Math.abs(excess) < NEAR ? Math.log1p(excess) : Math.log(price) - Math.log(reference);
    }
}
