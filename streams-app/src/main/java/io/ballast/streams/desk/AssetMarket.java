/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.scenario.Market;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Dollar prices of assets from the pools that they are held in, the newest price of a pool counting most. A dollar token is worth a
 * dollar unless a pool's reference price says otherwise. Pools are then valued as if they had been traded to these prices.
 */
final class AssetMarket {

    private final Map<String, Double> prices = new HashMap<>();

    private AssetMarket() {}

    /** @param byPool  prices of pools by id */
    static Market of(Collection<Holding> holdings, Map<String, PoolPrice> byPool) {
        AssetMarket market = new AssetMarket();
        List<Holding> newestLast = holdings.stream()
                .filter(holding -> byPool.containsKey(holding.poolId()))
                .sorted(Comparator.comparing((Holding holding) ->
                                byPool.get(holding.poolId()).time())
                        .thenComparing(Holding::poolId))
                .toList();
        holdings.forEach(market::putDollars);
        newestLast.forEach(holding -> market.putReference(holding, byPool.get(holding.poolId())));
        for (int pass = 0; pass < 2; pass++) {
            newestLast.forEach(holding -> market.putByPool(holding, byPool.get(holding.poolId())));
        }
        market.prices.values().removeIf(Objects::isNull);
        return Market.at(market.prices);
    }

    private void putDollars(Holding holding) {
        if (holding.dollar0()) {
            prices.put(holding.asset0(), 1.0);
        }
        if (holding.dollar1()) {
            prices.put(holding.asset1(), 1.0);
        }
    }

    private void putReference(Holding holding, PoolPrice pool) {
        if (pool.usdPerToken1() != null) {
            prices.put(holding.asset1(), pool.usdPerToken1());
        }
    }

    /** Of a pool with a dollar the coin; of others the one that is not known. */
    private void putByPool(Holding holding, PoolPrice pool) {
        Double price0 = prices.get(holding.asset0());
        Double price1 = prices.get(holding.asset1());
        if (price1 != null && !holding.dollar0()) {
            prices.put(holding.asset0(), price1 * pool.price());
        } else if (price0 != null && (holding.dollar0() || price1 == null)) {
            prices.put(holding.asset1(), price0 / pool.price());
        }
    }
}
