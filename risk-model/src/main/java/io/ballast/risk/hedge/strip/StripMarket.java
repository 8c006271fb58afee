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
 * @param indexPrice  dollars a coin now: {@code indexPrice/forward} is what a dollar at expiry is worth now
 */
public record StripMarket(List<OptionQuote> quotes, Smile smile, double indexPrice) {

    private record Listing(Object kind, double strike) {}

    public StripMarket {
        quotes = List.copyOf(quotes);
        Domain.requirePositive("indexPrice", indexPrice);
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
        return smile.forward();
    }

    /** Dollars now for a dollar at expiry, as forward and index have it. */
    public double discount() {
        return indexPrice / forward();
    }

    public double yearsToExpiry() {
        return smile.yearsToExpiry();
    }
}
