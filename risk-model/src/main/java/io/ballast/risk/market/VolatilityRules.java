/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.loss.Domain;

/**
 * How the moves of a price are measured.
 *
 * @param timeConstantMs  of the exponentially weighted volatility, positive
 * @param barMs  length of a bar, positive
 * @param bars  how many are kept, at least {@link #FEWEST_BARS}
 * @param jumpScore  a move within a bar of so many standard deviations is a jump, positive
 * @param noise  what a standard deviation of a bar is at least, as a fraction of the price, positive
 */
public record VolatilityRules(long timeConstantMs, long barMs, int bars, double jumpScore, double noise) {

    /** With fewer nothing is said of how much is usual. */
    public static final int FEWEST_BARS = 10;

    public VolatilityRules {
        Domain.requirePositive("timeConstantMs", (double) timeConstantMs);
        Domain.requirePositive("barMs", (double) barMs);
        Domain.requirePositive("jumpScore", jumpScore);
        Domain.requirePositive("noise", noise);
        if (bars < FEWEST_BARS) {
            throw new IllegalArgumentException(bars + " bars are too few: at least " + FEWEST_BARS);
        }
    }
}
