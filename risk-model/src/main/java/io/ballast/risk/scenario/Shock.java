/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.loss.Domain;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change of the market.
 *
 * @param name  says what it is, such as {@code ETH -20%}
 * @param factors  by asset, what its price is multiplied by; positive; assets not named stay
 * @param volShift  added to every volatility, as a fraction a year
 */
public record Shock(String name, Map<String, Double> factors, double volShift) {

    public Shock {
        factors = Map.copyOf(factors);
        factors.forEach((asset, factor) -> Domain.requirePositive("price factor of " + asset, factor));
    }

    /** The market after it. Assets that the market has not got are passed over. */
    public Market applyTo(Market market) {
        Map<String, Double> prices = new HashMap<>(market.prices());
        factors.forEach((asset, factor) -> prices.computeIfPresent(asset, (ignored, price) -> price * factor));
        return new Market(prices, market.volShift() + volShift);
    }

    @Override
    public String toString() {
        return name + " " + new TreeMap<>(factors) + (volShift == 0 ? "" : " vol " + volShift);
    }
}
