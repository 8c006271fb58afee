/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The hedge accounts of a task's portfolios. Mutable and single-threaded. */
final class HedgesHeld {

    private final TreeMap<String, PortfolioHedges> byPortfolio = new TreeMap<>();

    /** @return what was known before; null: nothing */
    PortfolioHedges put(String portfolio, PortfolioHedges hedges) {
        return hedges.isEmpty() ? byPortfolio.remove(portfolio) : byPortfolio.put(portfolio, hedges);
    }

    /** Of a portfolio and all below it. */
    List<PortfolioHedges> of(String portfolio) {
        return byPortfolio.subMap(portfolio, true, portfolio + Character.MAX_VALUE, false).entrySet().stream()
                .filter(entry -> Holdings.isIn(portfolio, entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Portfolios that have some themselves. */
    Set<String> portfolios() {
        return byPortfolio.keySet();
    }
}
