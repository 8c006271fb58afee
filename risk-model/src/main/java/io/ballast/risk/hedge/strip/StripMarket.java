/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;
import io.ballast.risk.option.Smile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The listed options of one expiry.
 *
 * @param quotes  no option twice
 * @param smile  of the same expiry: its forward is that of the future or perpetual that may be used, its volatilities give the
 *     greeks
 */
public record StripMarket(List<OptionQuote> quotes, Smile smile) {

    private record Listing(Object kind, double strike) {}

    public StripMarket {
        quotes = List.copyOf(quotes);
        Set<Listing> seen = new HashSet<>();
        for (OptionQuote quote : quotes) {
            if (!seen.add(new Listing(quote.kind(), quote.strike()))) {
                throw new IllegalArgumentException(
                        "the " + quote.kind() + " at " + quote.strike() + " is quoted twice");
            }
        }
    }

    /** Dollars a coin for delivery at expiry. */
    public double forward() {
        return Domain.requirePositive("forward", smile.forward());
    }

    public double yearsToExpiry() {
        return smile.yearsToExpiry();
    }
}
