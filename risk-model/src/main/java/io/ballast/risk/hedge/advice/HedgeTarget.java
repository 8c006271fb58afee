/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

/**
 * How much of the exposure of having held is to stay. Source: formula sheet 6.1.
 *
 * @param theta  0: delta-neutral, nothing stays; 1: IL-neutral, all of it stays and the loss against it is hedged; between: a
 *     mix
 */
public record HedgeTarget(double theta) {

    public static final HedgeTarget DELTA_NEUTRAL = new HedgeTarget(0);
    public static final HedgeTarget IL_NEUTRAL = new HedgeTarget(1);

    public HedgeTarget {
        if (!(theta >= 0 && theta <= 1)) {
            throw new IllegalArgumentException("theta " + theta + " of a hedge target must be between 0 and 1");
        }
    }

    /**
     * Coins to hold; positive is long.
     *
     * @param inPools  coins that the pools stand for
     * @param hodl  coins of the baskets that they are measured against
     */
    public double coins(double inPools, double hodl) {
        return theta * hodl - inPools;
    }

    /** What it is called. */
    public String title() {
        if (theta == 0) {
            return "delta-neutral";
        }
        return theta == 1 ? "IL-neutral" : "mixed (" + Figure.of(theta) + " of the exposure of holding)";
    }
}
