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
 * @param covered  the prices at which the loss is to be covered
 * @param held  options there are already
 */
public record StripTerms(
        boolean sellsOptions,
        boolean usesForward,
        double forwardCost,
        double optionLot,
        double forwardLot,
        PriceSpan covered,
        HeldOptions held) {

    public StripTerms {
        Domain.requireNotNegative("forwardCost", forwardCost);
        Domain.requirePositive("optionLot", optionLot);
        Domain.requirePositive("forwardLot", forwardLot);
    }

    /** With no options yet. */
    public StripTerms(
            boolean sellsOptions,
            boolean usesForward,
            double forwardCost,
            double optionLot,
            double forwardLot,
            PriceSpan covered) {
        this(sellsOptions, usesForward, forwardCost, optionLot, forwardLot, covered, HeldOptions.NONE);
    }

    /** Options bought and a forward without cost, covered at every price. */
    public static StripTerms plain(double optionLot, double forwardLot) {
        return new StripTerms(false, true, 0, optionLot, forwardLot, PriceSpan.ALL);
    }

    /** The same, options only bought and those held kept. */
    StripTerms buyingOnly() {
        return new StripTerms(false, usesForward, forwardCost, optionLot, forwardLot, covered, held.kept());
    }

    /** Whole lots of an option that are on offer; may be infinite. */
    double mostToBuy(OptionQuote option) {
        return option.buyable() ? wholeLots(option.ask().size()) : 0;
    }

    /** Whole lots of an option that somebody takes and that may be sold: those held, or any; may be infinite. */
    double mostToSell(OptionQuote option) {
        if (!option.sellable()) {
            return 0;
        }
        double own = held.forSale() ? Math.max(0, held.coins(option.kind(), option.strike())) : 0;
        return wholeLots(
                sellsOptions ? option.bid().size() : Math.min(option.bid().size(), own));
    }

    private double wholeLots(double size) {
        return Double.isInfinite(size) ? size : roundDownToOptionLot(size);
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

    double nearestOptionLot(double quantity) {
        return lots(Math.rint(quantity / optionLot), optionLot);
    }

    double nearestForwardLot(double coins) {
        return lots(Math.rint(coins / forwardLot), forwardLot);
    }

    /** What is a whole number of lots but for rounding stays it. */
    private static double roundUp(double quantity, double lot) {
        double lots = quantity / lot;
        double nearest = Math.rint(lots);
        boolean whole = Math.abs(lots - nearest) <= 1e-9 * Math.max(1, Math.abs(lots));
        return lots(whole ? nearest : Math.ceil(lots), lot);
    }

    /** Divides where a lot is a decimal fraction: 69 lots of 0.01 are 0.69 and not 0.6900000000000001. */
    private static double lots(double count, double lot) {
        double perCoin = Math.rint(1 / lot);
        boolean fraction = Math.abs(perCoin * lot - 1) <= 1e-12;
        return (fraction ? count / perCoin : count * lot) + 0.0; // no negative zero
    }
}
