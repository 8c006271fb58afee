/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

/**
 * How large a loss is: what "rounding" means for it, and the units in which the linear programme is posed.
 *
 * @param price  dollars: the forward
 * @param coins  the greater of the coins to be held and the dollars to be held at that price; 0 if there is nothing to lose
 */
record LossScale(double price, double coins) {

    /** Relative to this scale, less than this is rounding. */
    static final double ROUNDING = 1e-9;

    static LossScale of(ConvexLoss loss, double forward) {
        return new LossScale(forward, Math.max(Math.abs(loss.slopeAtInfinity()), Math.abs(loss.atZero()) / forward));
    }

    double dollars() {
        return price * coins;
    }

    boolean isNothing() {
        return coins == 0;
    }

    boolean isRounding(double dollars) {
        return dollars <= ROUNDING * dollars();
    }

    boolean isRoundingOfCoins(double more) {
        return more <= ROUNDING * coins;
    }
}
