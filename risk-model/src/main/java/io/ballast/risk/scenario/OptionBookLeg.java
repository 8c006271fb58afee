/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.hedge.OptionLeg;

/** An option leg by its model, on the price of its base in its quote asset. */
public record OptionBookLeg(OptionLeg option, String base, String quote) implements BookLeg {

    @Override
    public double value(Market market) {
        double quotePrice = market.price(quote);
        return option.value(market.price(base) / quotePrice, market.volShift()) * quotePrice;
    }

    /** Change of worth for volatility higher by 1, that is by 100 points, in the numeraire. */
    public double vega(Market market) {
        double quotePrice = market.price(quote);
        return option.vega(market.price(base) / quotePrice, market.volShift()) * quotePrice;
    }

    /** The same so many years later. */
    public OptionBookLeg after(double years) {
        return new OptionBookLeg(option.after(years), base, quote);
    }
}
