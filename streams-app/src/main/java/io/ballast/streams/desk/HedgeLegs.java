/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.scenario.HoldingLeg;
import io.ballast.risk.scenario.Market;
import io.ballast.risk.scenario.OptionBookLeg;
import io.ballast.schema.HedgeLeftOut;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.VegaOfTenor;
import io.ballast.streams.option.HeldOption;
import io.ballast.streams.option.SurfaceBoard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hedge accounts of a portfolio and all below it as legs that can be valued in any market; what cannot be is named.
 *
 * @param market  prices of assets, those that only hedges need among them
 * @param units  of assets
 * @param options  with a surface
 * @param leftOut  why not
 * @param dollars  assets of units that are worth a dollar
 */
record HedgeLegs(
        Market market,
        List<HoldingLeg> units,
        List<OptionBookLeg> options,
        List<HedgeLeftOut> leftOut,
        Set<String> dollars) {

    static final String USD = "USD";

    static HedgeLegs none(Market market) {
        return new HedgeLegs(market, List.of(), List.of(), List.of(), Set.of(USD));
    }

    /** @param pools  prices of assets by the pools */
    static HedgeLegs of(List<PortfolioHedges> held, Assets assets, SurfaceBoard surfaces, Market pools) {
        Map<String, Double> units = new TreeMap<>();
        held.forEach(
                one -> one.units().forEach((asset, amount) -> units.merge(assets.asset(asset), amount, Double::sum)));
        units.values().removeIf(amount -> amount == 0);
        Market market = market(units, held, assets, surfaces, pools);
        HedgeLegs legs = new HedgeLegs(
                market, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), dollars(units.keySet(), assets));
        units.forEach(legs::add);
        held.forEach(one -> one.options().forEach(option -> legs.add(option, assets, surfaces)));
        return legs;
    }

    private static Set<String> dollars(Set<String> held, Assets assets) {
        Set<String> dollars = new TreeSet<>(Set.of(USD));
        held.stream().filter(assets::isDollar).forEach(dollars::add);
        return dollars;
    }

    private void add(String asset, double amount) {
        if (market.prices().containsKey(asset)) {
            units.add(new HoldingLeg(asset, amount));
        } else {
            leftOut.add(new HedgeLeftOut(asset, amount, "no price of " + asset + " is known"));
        }
    }

    private void add(HeldOption option, Assets assets, SurfaceBoard surfaces) {
        String base = assets.asset(option.underlying());
        String quote = assets.asset(option.quote());
        Optional<OptionSurface> surface = surfaces.of(base, option);
        if (surface.isEmpty()) {
            leftOut.add(new HedgeLeftOut(name(option), option.coins(), "no surface of its expiry is known"));
        } else if (!market.prices().containsKey(quote)) {
            leftOut.add(new HedgeLeftOut(name(option), option.coins(), "no price of " + quote + " is known"));
        } else {
            options.add(new OptionBookLeg(SurfaceBoard.leg(option, surface.get()), base, quote));
        }
    }

    /** Of the options, by years to expiry: volatilities of different expiries do not move together. */
    List<VegaOfTenor> vegaByTenor() {
        TreeMap<Double, Double> byTenor = new TreeMap<>();
        options.forEach(leg -> byTenor.merge(leg.option().yearsToExpiry(), leg.vega(market), Double::sum));
        return byTenor.entrySet().stream()
                .map(entry -> new VegaOfTenor(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String name(HeldOption option) {
        return option.underlying() + " " + option.strike() + " " + option.kind() + " " + option.expiry();
    }

    /** Pools come first, then dollars at par, then what options' venues say of a coin. */
    private static Market market(
            Map<String, Double> units, List<PortfolioHedges> held, Assets assets, SurfaceBoard surfaces, Market pools) {
        Map<String, Double> prices = new HashMap<>(pools.prices());
        prices.putIfAbsent(USD, 1.0);
        units.keySet().stream().filter(assets::isDollar).forEach(asset -> prices.putIfAbsent(asset, 1.0));
        held.stream()
                .flatMap(one -> one.options().stream())
                .map(option -> assets.asset(option.quote()))
                .filter(assets::isDollar)
                .forEach(asset -> prices.putIfAbsent(asset, 1.0));
        surfaces.all().stream()
                .filter(surface -> surface.getIndexPrice() != null)
                .forEach(surface -> prices.putIfAbsent(surface.getUnderlying(), surface.getIndexPrice()));
        return Market.at(prices);
    }
}
