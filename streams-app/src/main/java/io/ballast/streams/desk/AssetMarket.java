/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.scenario.Market;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Dollar prices of assets from the pools that they are held in. A dollar token is worth a dollar unless a reference price says
 * otherwise; a coin what its reference price says, else the pool against a dollar in which most is held, for a pool with little
 * in it may be anywhere; anything else what a pool says of it against an asset that is known.
 */
final class AssetMarket {

    private static final int PASSES = 2;

    private final Map<String, PoolPrice> byPool;
    private final Map<String, Double> prices = new HashMap<>();

    private AssetMarket(Map<String, PoolPrice> byPool) {
        this.byPool = byPool;
    }

    /** @param byPool  prices of pools by id */
    static Market of(Collection<Holding> holdings, Map<String, PoolPrice> byPool) {
        AssetMarket market = new AssetMarket(byPool);
        List<Holding> priced = holdings.stream()
                .filter(holding -> byPool.containsKey(holding.poolId()))
                .toList();
        market.putReferences(priced);
        holdings.forEach(market::putDollars);
        market.putCoins(priced);
        market.putOthers(priced);
        return Market.at(market.prices);
    }

    /** The newest of an asset counts. */
    private void putReferences(List<Holding> priced) {
        priced.stream()
                .filter(holding -> price(holding).usdPerToken1() != null)
                .sorted(Comparator.comparing((Holding holding) -> price(holding).time())
                        .thenComparing(Holding::poolId))
                .forEach(holding -> prices.put(holding.asset1(), price(holding).usdPerToken1()));
    }

    private void putDollars(Holding holding) {
        if (holding.dollar0()) {
            prices.putIfAbsent(holding.asset0(), 1.0);
        }
        if (holding.dollar1()) {
            prices.putIfAbsent(holding.asset1(), 1.0);
        }
    }

    private void putCoins(List<Holding> priced) {
        priced.stream()
                .filter(holding -> holding.coin().isPresent() && holding.curve() != null)
                .sorted(Comparator.comparingDouble(this::dollars).reversed().thenComparing(Holding::poolId))
                .forEach(this::putByOtherSide);
    }

    private double dollars(Holding holding) {
        double price = price(holding).price();
        double inToken1 = holding.valueInToken1(price);
        return holding.dollar0() ? inToken1 / price : inToken1;
    }

    private void putOthers(List<Holding> priced) {
        for (int pass = 0; pass < PASSES; pass++) {
            priced.stream().sorted(Comparator.comparing(Holding::poolId)).forEach(this::putByOtherSide);
        }
    }

    private void putByOtherSide(Holding holding) {
        Double price0 = prices.get(holding.asset0());
        Double price1 = prices.get(holding.asset1());
        if (price0 == null && price1 != null) {
            prices.put(holding.asset0(), price1 * price(holding).price());
        } else if (price1 == null && price0 != null) {
            prices.put(holding.asset1(), price0 / price(holding).price());
        }
    }

    private PoolPrice price(Holding holding) {
        return byPool.get(holding.poolId());
    }
}
