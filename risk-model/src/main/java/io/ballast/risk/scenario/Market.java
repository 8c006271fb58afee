/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.loss.Domain;
import java.util.Map;

/**
 * Prices of assets in the numeraire, and how far volatilities are from where they are quoted.
 *
 * @param prices  by asset, finite and positive; the numeraire's own is 1
 * @param volShift  added to every volatility, as a fraction a year
 */
public record Market(Map<String, Double> prices, double volShift) {

    public Market {
        prices = Map.copyOf(prices);
        prices.forEach((asset, price) -> Domain.requirePositive("price of " + asset, price));
        if (!Double.isFinite(volShift)) {
            throw new IllegalArgumentException("volatility shift " + volShift + " must be finite");
        }
    }

    public static Market at(Map<String, Double> prices) {
        return new Market(prices, 0);
    }

    /** @throws IllegalArgumentException if no price of it is known */
    public double price(String asset) {
        Double price = prices.get(asset);
        if (price == null) {
            throw new IllegalArgumentException("no price of " + asset + " is known; there are " + prices.keySet());
        }
        return price;
    }
}
