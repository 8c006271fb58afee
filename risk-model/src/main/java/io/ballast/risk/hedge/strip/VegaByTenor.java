/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Vega of several hedges by time to expiry: volatilities of different expiries do not move together. */
public final class VegaByTenor {

    private VegaByTenor() {}

    /** Sum by years to expiry, dollars for one unit of volatility. */
    public static SortedMap<Double, Double> of(Collection<StripHedge> hedges) {
        SortedMap<Double, Double> sum = new TreeMap<>();
        hedges.forEach(hedge -> hedge.vegaByTenor().forEach((years, vega) -> sum.merge(years, vega, Double::sum)));
        return sum;
    }
}
