/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.loss.Domain;
import java.util.Map;

/**
 * What money is reported in, and the prices to convert by.
 *
 * @param unit  an asset with a price
 * @param usdPrices  USD for one of each asset known; USD itself need not be there
 */
public record Numeraire(String unit, Map<String, Double> usdPrices) {

    private static final String USD = "USD";

    public Numeraire {
        usdPrices = Map.copyOf(usdPrices);
        usdPrices.forEach((asset, price) -> Domain.requirePositive("USD price of " + asset, price));
        if (!unit.equals(USD) && !usdPrices.containsKey(unit)) {
            throw new IllegalArgumentException("cannot report in " + unit + ": no price of it is known");
        }
    }

    public static Numeraire usd(Map<String, Double> usdPrices) {
        return new Numeraire(USD, usdPrices);
    }

    /** Units of the numeraire for one of an asset; null: no price is known. */
    public Double price(String asset) {
        if (asset.equals(unit)) {
            return 1.0;
        }
        Double price = usd(asset);
        return price == null ? null : Double.valueOf(price / usd(unit));
    }

    private Double usd(String asset) {
        return asset.equals(USD) ? Double.valueOf(1) : usdPrices.get(asset);
    }
}
