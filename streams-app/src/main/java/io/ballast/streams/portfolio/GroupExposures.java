/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.AssetFigures;
import io.ballast.risk.portfolio.Grouping;
import io.ballast.risk.portfolio.MoneyFigures;
import io.ballast.risk.portfolio.PoolPart;
import io.ballast.risk.portfolio.RollUp;
import io.ballast.risk.portfolio.RollUpFigures;
import io.ballast.schema.AssetAmount;
import io.ballast.schema.GroupExposure;
import io.ballast.schema.PortfolioWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A portfolio's sums by pool, venue, chain and asset, as records of the contract. */
final class GroupExposures {

    private static final String OTHERS = "others";

    private final int mostPools;

    /** @param mostPools  pools that are told one by one; smaller ones are told as one */
    GroupExposures(int mostPools) {
        this.mostPools = mostPools;
    }

    List<GroupExposure> by(Grouping grouping, Level level) {
        return records(RollUp.by(grouping, level.parts(), level.holdings(), level.numeraire()), level);
    }

    /** The largest by name, then all others together. */
    List<GroupExposure> byPool(Level level) {
        SortedMap<String, RollUpFigures> pools = RollUp.by(Grouping.POOL, level.parts(), List.of(), level.numeraire());
        if (pools.size() <= mostPools) {
            return records(pools, level);
        }
        Set<String> largest = pools.entrySet().stream()
                .sorted(Comparator.comparingDouble(GroupExposures::size).reversed())
                .limit(mostPools)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<PoolPart> others = level.parts().stream()
                .filter(part -> !largest.contains(part.pool()))
                .toList();
        pools.keySet().retainAll(largest);
        List<GroupExposure> records = new ArrayList<>(records(pools, level));
        records.add(record(OTHERS, RollUp.of(others, List.of(), level.numeraire()), level));
        return records;
    }

    private static double size(Map.Entry<String, RollUpFigures> pool) {
        MoneyFigures money = pool.getValue().money();
        return money == null ? 0 : money.value();
    }

    private static List<GroupExposure> records(SortedMap<String, RollUpFigures> groups, Level level) {
        List<GroupExposure> records = new ArrayList<>();
        groups.forEach((name, figures) -> {
            if (saysSomething(figures)) {
                records.add(record(name, figures, level));
            }
        });
        return records;
    }

    /** A group of pools that were left long ago does not. */
    private static boolean saysSomething(RollUpFigures figures) {
        return figures.parts() > 0
                || !figures.assets().isEmpty()
                || figures.money() == null
                || figures.money().rollingLosses().values().stream()
                        .anyMatch(loss -> !Objects.equals(loss.il(), 0.0) || !Objects.equals(loss.lvr(), 0.0));
    }

    private static GroupExposure record(String name, RollUpFigures figures, Level level) {
        GroupExposure group = GroupExposure.newBuilder()
                .setName(name)
                .setParts(figures.parts())
                .setAssets(figures.assets().values().stream()
                        .map(asset -> amount(asset, level))
                        .toList())
                .build();
        if (level.hasMoney()) {
            setMoney(group, figures.money());
        }
        return group;
    }

    private static void setMoney(GroupExposure group, MoneyFigures money) {
        group.setValue(money.value());
        group.setHodlValue(money.hodl());
        group.setIl(money.il());
        group.setFees(money.fees());
        group.setLvr(money.lvr());
        group.setValueInRange(money.valueInRange());
        group.setShareInRange(money.shareInRange());
        group.setUnfinalisedValue(money.unfinalisedValue());
        group.setWindows(windows(money));
    }

    private static AssetAmount amount(AssetFigures asset, Level level) {
        boolean isPriced = level.hasNumeraire();
        return new AssetAmount(
                asset.asset(),
                asset.net(),
                asset.gross(),
                isPriced ? asset.netValue() : null,
                isPriced ? asset.gammaCash() : null);
    }

    /** Shortest first. */
    static List<PortfolioWindow> windows(MoneyFigures money) {
        return money.rollingLosses().entrySet().stream()
                .map(entry -> new PortfolioWindow(
                        entry.getKey(),
                        entry.getValue().isComplete(),
                        entry.getValue().il(),
                        entry.getValue().lvr()))
                .toList();
    }
}
