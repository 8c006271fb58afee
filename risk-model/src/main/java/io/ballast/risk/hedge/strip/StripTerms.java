/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;

/**
 * What a hedge may consist of.
 *
 * @param sellsOptions  true if options may be sold too
 * @param usesForward  true if a future or perpetual may be used
 * @param forwardCost  dollars that a coin bought or sold forward costs in fees and half the spread, not negative
 * @param optionLot  smallest trade in an option, coins, positive
 * @param forwardLot  smallest trade in the forward, coins, positive
 * @param highestPrice  the loss is covered up to here, dollars; infinite: at every price
 */
public record StripTerms(
        boolean sellsOptions,
        boolean usesForward,
        double forwardCost,
        double optionLot,
        double forwardLot,
        double highestPrice) {

    public StripTerms {
        Domain.requireNotNegative("forwardCost", forwardCost);
        Domain.requirePositive("optionLot", optionLot);
        Domain.requirePositive("forwardLot", forwardLot);
        if (!(highestPrice > 0)) {
            throw new IllegalArgumentException("highestPrice " + highestPrice + " must be positive");
        }
    }

    /** Options bought and a forward without cost, covered at every price. */
    public static StripTerms plain(double optionLot, double forwardLot) {
        return new StripTerms(false, true, 0, optionLot, forwardLot, Double.POSITIVE_INFINITY);
    }

    /** True if there is no price above which losses need not be covered. */
    public boolean everyPrice() {
        return highestPrice == Double.POSITIVE_INFINITY;
    }

    double roundUpToOptionLot(double quantity) {
        return roundUp(quantity, optionLot);
    }

    double roundDownToOptionLot(double quantity) {
        return -roundUp(-quantity, optionLot);
    }

    double roundUpToForwardLot(double coins) {
        return roundUp(coins, forwardLot);
    }

    /** What is a whole number of lots but for rounding stays it. */
    private static double roundUp(double quantity, double lot) {
        double lots = quantity / lot;
        double nearest = Math.rint(lots);
        boolean whole = Math.abs(lots - nearest) <= 1e-9 * Math.max(1, Math.abs(lots));
        return (whole ? nearest : Math.ceil(lots)) * lot + 0.0; // no negative zero
    }
}
