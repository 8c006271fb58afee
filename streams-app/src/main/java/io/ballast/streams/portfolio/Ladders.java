/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.AssetFigures;
import io.ballast.risk.portfolio.RollUpFigures;
import io.ballast.risk.sum.ExactSum;
import io.ballast.schema.AssetLadder;
import io.ballast.schema.AssetShock;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.SpotPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A portfolio when the price of one asset moves alone. A pool with the asset as token0 is looked up in its ladder, with the asset
 * as token1 in its inverse ladder; a pool without it stays as it is. Hedges are linear in the price.
 */
final class Ladders {

    private record Sums(ExactSum value, ExactSum hodl, ExactSum il) {

        static final Sums NOTHING = new Sums(ExactSum.ZERO, ExactSum.ZERO, ExactSum.ZERO);

        Sums plus(double value1, double hodl1, double il1, double price1) {
            return new Sums(
                    value.plusProduct(value1, price1), hodl.plusProduct(hodl1, price1), il.plusProduct(il1, price1));
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
        List<AssetLadder> ladders = new ArrayList<>();
        for (AssetFigures asset : figures.assets().values()) {
            Double price = prices.of(asset.asset());
            if (price != null && moves(asset.asset())) {
                ladders.add(new AssetLadder(
                        asset.asset(),
                        shifts.stream().map(shift -> shock(asset, price, shift)).toList()));
            }
        }
        return ladders;
    }

    private boolean moves(String asset) {
        Conventions conventions = prices.conventions();
        return !asset.equals(conventions.numeraire())
                && !asset.equals(Conventions.USD)
                && !conventions.atPar().contains(asset);
    }

    private AssetShock shock(AssetFigures asset, double price, double shift) {
        double hedges = asset.hedges() * price * shift;
        Sums there = pools.areAllMeasured() ? sums(asset.asset(), shift) : null;
        Sums here = there == null ? null : sums(asset.asset(), 0);
        return AssetShock.newBuilder()
                .setShift(shift)
                .setValue(there == null ? null : there.value().toDouble())
                .setHodlValue(there == null ? null : there.hodl().toDouble())
                .setIl(there == null ? null : there.il().toDouble())
                .setHedges(hedges)
                .setResult(
                        there == null
                                ? null
                                : there.value().minus(here.value()).plus(hedges).toDouble())
                .build();
    }

    /** Null: a price or a pool's point is missing. */
    private Sums sums(String asset, double shift) {
        Sums sums = Sums.NOTHING;
        for (PortfolioPart part : pools.held()) {
            Double price1 = prices.of(LevelPools.asset1(part, prices.conventions()));
            sums = price1 == null ? null : plus(sums, part, asset, shift, price1);
            if (sums == null) {
                return null;
            }
        }
        return sums;
    }

    private Sums plus(Sums sums, PortfolioPart part, String asset, double shift, double price1) {
        boolean is0 = asset.equals(LevelPools.asset0(part, prices.conventions()));
        boolean is1 = asset.equals(LevelPools.asset1(part, prices.conventions()));
        double there1 = is1 ? price1 * (1 + shift) : price1;
        if (shift == 0 || is0 == is1) {
            return sums.plus(
                    part.getTotals().getValue(),
                    part.getTotals().getHodlValue(),
                    part.getTotals().getIl(),
                    there1);
        }
        List<SpotPoint> ladder =
                is0 ? part.getTotals().getLadder() : part.getTotals().getInverseLadder();
        return ladder.stream()
                .filter(point -> point.getShift() == shift)
                .findFirst()
                .map(point -> sums.plus(point.getValue(), point.getHodlValue(), point.getIl(), there1))
                .orElse(null);
    }
}
