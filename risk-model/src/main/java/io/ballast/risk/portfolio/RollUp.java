/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums parts and hedges of a group. What it comes to does not depend on the order of additions.
 *
 * <p>A pair's gamma is of rank one: with P = p0/p1, {@code U_00 p0^2 = U_11 p1^2 = Gamma P^2 p1}, so each of its two assets has
 * the same gamma cash (formula sheet 1.4). Mutable and single-threaded.
 */
public final class RollUp {

    private static final double PERCENT = 100;

    private final Numeraire numeraire;
    private final MoneySums money = new MoneySums();
    private final SortedMap<String, AssetSums> assets = new TreeMap<>();
    private final SortedSet<String> unpriced = new TreeSet<>();
    private int parts;
    private boolean isPriced = true;

    public RollUp(Numeraire numeraire) {
        this.numeraire = numeraire;
    }

    /** The sum of all. */
    public static RollUpFigures of(Collection<PoolPart> parts, Collection<HedgeHolding> hedges, Numeraire numeraire) {
        RollUp sum = new RollUp(numeraire);
        parts.forEach(sum::add);
        hedges.forEach(sum::add);
        return sum.figures();
    }

    /** Sums by group; a part counts in each of its groups, as in every portfolio above it. */
    public static SortedMap<String, RollUpFigures> by(
            Grouping grouping, Collection<PoolPart> parts, Collection<HedgeHolding> hedges, Numeraire numeraire) {
        SortedMap<String, RollUp> sums = new TreeMap<>();
        for (PoolPart part : parts) {
            grouping.of(part).forEach(group -> at(sums, group, numeraire).add(part));
        }
        for (HedgeHolding hedge : hedges) {
            grouping.of(hedge).forEach(group -> at(sums, group, numeraire).add(hedge));
        }
        SortedMap<String, RollUpFigures> figures = new TreeMap<>();
        sums.forEach((group, sum) -> figures.put(group, sum.figures()));
        return figures;
    }

    /** A part that is closed adds nothing but its rolling losses. */
    public void add(PoolPart part) {
        PartFigures figures = part.figures();
        if (!figures.isOpen()) {
            money.addRolling(figures, numeraire.price(part.asset1()));
            return;
        }
        Double price1 = priceOf(part.asset1());
        parts++;
        money.addRolling(figures, price1);
        if (price1 == null) {
            isPriced = false;
        } else {
            money.add(figures, price1);
        }
        AssetSums sums0 = sumsOf(part.asset0());
        AssetSums sums1 = sumsOf(part.asset1());
        sums0.addPool(figures.delta0(), figures.hodl0());
        sums1.addPool(figures.delta1(), figures.hodl1());
        sums0.addPoolGammaCash(figures.gammaCash(), price1);
        sums1.addPoolGammaCash(figures.gammaCash(), price1);
    }

    public void add(HedgeHolding hedge) {
        AssetSums sums = sumsOf(hedge.asset());
        sums.addHedge(hedge.units());
        if (hedge.gamma() != 0) {
            Double price = priceOf(hedge.asset());
            sums.addGammaCash(hedge.gamma() / PERCENT, price == null ? null : Double.valueOf(price * price));
        }
    }

    public RollUpFigures figures() {
        SortedMap<String, AssetFigures> exposures = new TreeMap<>();
        SortedSet<String> missing = new TreeSet<>(unpriced);
        assets.forEach((asset, sums) -> {
            Double price = numeraire.price(asset);
            exposures.put(asset, sums.figures(asset, price));
            if (price == null) {
                missing.add(asset);
            }
        });
        return new RollUpFigures(parts, isPriced ? money.figures() : null, exposures, missing);
    }

    private Double priceOf(String asset) {
        Double price = numeraire.price(asset);
        if (price == null) {
            unpriced.add(asset);
        }
        return price;
    }

    private AssetSums sumsOf(String asset) {
        return assets.computeIfAbsent(asset, ignored -> new AssetSums());
    }

    private static RollUp at(SortedMap<String, RollUp> sums, String group, Numeraire numeraire) {
        return sums.computeIfAbsent(group, ignored -> new RollUp(numeraire));
    }
}
