/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

/**
 * An option held.
 *
 * @param option  which, and what it costs
 * @param quantity  coins; positive is bought, negative sold
 */
public record StripLeg(OptionQuote option, double quantity) {

    public StripLeg {
        boolean tradable = quantity > 0 ? option.buyable() : option.sellable();
        if (quantity == 0 || !Double.isFinite(quantity) || !tradable) {
            throw new IllegalArgumentException("quantity " + quantity + " of " + option
                    + " must be finite, not zero and have a quote on its side");
        }
    }

    /** Dollars for one coin's option: the ask of what is bought, the bid of what is sold. */
    public double price() {
        return quantity > 0 ? option.ask().price() : option.bid().price();
    }

    /** Dollars paid for the leg; negative: received. */
    public double premium() {
        return quantity * price();
    }

    double payoff(double price) {
        return quantity * option.payoff(price);
    }
}
