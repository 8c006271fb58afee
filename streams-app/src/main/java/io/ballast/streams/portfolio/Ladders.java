/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.AssetFigures;
import io.ballast.risk.portfolio.RollUpFigures;
import io.ballast.risk.sum.ExactSum;
import io.ballast.schema.AssetLadder;
import io.ballast.schema.AssetShock;
import io.ballast.schema.BookTotals;
import io.ballast.schema.SpotPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A portfolio when the price of one asset moves alone. A pool with the asset as token0 is looked up in its ladder, with the asset
 * as token1 in its inverse ladder; a pool without it stays as it is. Hedges are linear in the price.
 */
final class Ladders {

    /** In the numeraire; exact, so in whatever order and parts they are summed. */
    private record Sums(ExactSum value, ExactSum hodl, ExactSum il, ExactSum units) {

        static final Sums NOTHING = new Sums(ExactSum.ZERO, ExactSum.ZERO, ExactSum.ZERO, ExactSum.ZERO);

        Sums plus(BookTotals totals, double price1) {
            return plus(totals.getValue(), totals.getHodlValue(), totals.getIl(), price1);
        }

        Sums plus(SpotPoint point, double price1) {
            return plus(point.getValue(), point.getHodlValue(), point.getIl(), price1);
        }

        /** Units of the asset that moves. */
        Sums plusUnits(double more) {
            return new Sums(value, hodl, il, units.plus(more));
        }

        private Sums plus(double value1, double hodl1, double il1, double price1) {
            return new Sums(
                    value.plusProduct(value1, price1),
                    hodl.plusProduct(hodl1, price1),
                    il.plusProduct(il1, price1),
                    units);
        }
    }

    private final LevelPools pools;
    private final AssetPrices prices;
    private final List<Double> shifts;

    /** @param shifts  relative changes of price, lowest first */
    Ladders(LevelPools pools, AssetPrices prices, List<Double> shifts) {
        this.pools = pools;
        this.prices = prices;
        this.shifts = shifts;
    }

    /** One for each asset whose price moves. */
    List<AssetLadder> of(RollUpFigures figures) {
        Sums here = isWhole() ? sums(pools.held()) : null;
        List<AssetLadder> ladders = new ArrayList<>();
        for (AssetFigures asset : figures.assets().values()) {
            Double price = prices.of(asset.asset());
            if (price != null && moves(asset.asset(), prices)) {
                ladders.add(new AssetLadder(asset.asset(), shocks(asset, price, here)));
            }
        }
        return ladders;
    }

    /** Whether all pools can be summed. */
    private boolean isWhole() {
        return pools.areAllMeasured() && pools.held().stream().allMatch(part -> prices.of(part.asset1()) != null);
    }

    /** As they are now. */
    private Sums sums(List<NamedPart> parts) {
        Sums sums = Sums.NOTHING;
        for (NamedPart part : parts) {
            sums = sums.plus(part.record().getTotals(), prices.of(part.asset1()));
        }
        return sums;
    }

    /** Whether an asset's price is one that moves. */
    static boolean moves(String asset, AssetPrices prices) {
        Conventions conventions = prices.conventions();
        return !asset.equals(conventions.numeraire())
                && !asset.equals(Conventions.USD)
                && !conventions.atPar().contains(asset);
    }

    /** @param here  of all pools as they are now; null: not known */
    private List<AssetShock> shocks(AssetFigures asset, double price, Sums here) {
        if (here == null) {
            return shifts.stream()
                    .map(shift -> shock(shift, null, null, null, asset.hedges() * price * shift))
                    .toList();
        }
        Map<Boolean, List<NamedPart>> byHas =
                pools.held().stream().collect(Collectors.partitioningBy(part -> part.has(asset.asset())));
        Sums rest = sums(byHas.get(false));
        return shifts.stream()
                .map(shift -> {
                    Sums there = shift == 0 ? here : plus(rest, byHas.get(true), asset.asset(), shift);
                    Double units = shift == 0 || there == null
                            ? asset.pools()
                            : there.units().toDouble();
                    return shock(shift, here, there, units, asset.hedges() * price * shift);
                })
                .toList();
    }

    /** @param there  null: not known */
    private static AssetShock shock(double shift, Sums here, Sums there, Double units, double hedges) {
        return AssetShock.newBuilder()
                .setShift(shift)
                .setValue(there == null ? null : there.value().toDouble())
                .setHodlValue(there == null ? null : there.hodl().toDouble())
                .setIl(there == null ? null : there.il().toDouble())
                .setUnits(there == null ? null : units)
                .setHedges(hedges)
                .setResult(
                        there == null
                                ? null
                                : there.value().minus(here.value()).plus(hedges).toDouble())
                .build();
    }

    /** Null: a pool's point is missing. */
    private Sums plus(Sums rest, List<NamedPart> moving, String asset, double shift) {
        Sums sums = rest;
        for (NamedPart part : moving) {
            sums = plus(sums, part, asset, shift);
            if (sums == null) {
                return null;
            }
        }
        return sums;
    }

    private Sums plus(Sums sums, NamedPart part, String asset, double shift) {
        boolean is0 = asset.equals(part.asset0());
        boolean is1 = asset.equals(part.asset1());
        double price1 = prices.of(part.asset1()) * (is1 ? 1 + shift : 1);
        BookTotals totals = part.record().getTotals();
        if (is0 && is1) {
            return sums.plus(totals, price1).plusUnits(totals.getDelta0()).plusUnits(totals.getDelta1());
        }
        SpotPoint point = at(shift, is0 ? totals.getLadder() : totals.getInverseLadder());
        return point == null ? null : sums.plus(point, price1).plusUnits(is0 ? point.getDelta0() : point.getDelta1());
    }

    private static SpotPoint at(double shift, List<SpotPoint> ladder) {
        return ladder.stream()
                .filter(point -> point.getShift() == shift)
                .findFirst()
                .orElse(null);
    }
}
