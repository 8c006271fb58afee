/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RangeState;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All open positions summed up; money in USD, where a reference price is known.
 *
 * @param positions  how many are open
 * @param inRange  of these, those that earn fees now
 * @param value  worth of the principals
 * @param hodl  worth now of what was put in
 * @param il  value less hodl: a loss is negative
 * @param fees  earned since entry
 * @param deltas  net amount held of each asset, by symbol, in units of the asset
 */
record BookTotals(
        int positions,
        int inRange,
        double value,
        double hodl,
        double il,
        double fees,
        SortedMap<String, Double> deltas) {

    static BookTotals of(RiskBoard board) {
        List<PositionRisk> open =
                board.positions().stream().filter(BookTotals::isOpen).toList();
        return new BookTotals(
                open.size(),
                (int) open.stream()
                        .filter(position -> position.getRangeState() == RangeState.IN_RANGE)
                        .count(),
                open.stream()
                        .mapToDouble(position -> orZero(position.getValueUsd()))
                        .sum(),
                open.stream()
                        .mapToDouble(position -> orZero(position.getHodlValueUsd()))
                        .sum(),
                open.stream()
                        .mapToDouble(position -> orZero(position.getIlUsd()))
                        .sum(),
                open.stream()
                        .mapToDouble(position -> orZero(position.getFeesValueUsd()))
                        .sum(),
                deltas(board, open));
    }

    static boolean isOpen(PositionRisk position) {
        return position.getRangeState() != RangeState.CLOSED;
    }

    private static SortedMap<String, Double> deltas(RiskBoard board, List<PositionRisk> open) {
        SortedMap<String, Double> deltas = new TreeMap<>();
        for (PositionRisk position : open) {
            Optional<PoolDefinition> pool = board.pool(position.getPoolId());
            deltas.merge(PoolTitle.symbol(pool, 0), orZero(position.getDelta0()), Double::sum);
            deltas.merge(PoolTitle.symbol(pool, 1), orZero(position.getDelta1()), Double::sum);
        }
        return deltas;
    }

    private static double orZero(Double figure) {
        return figure == null ? 0 : figure;
    }

    /** il as a part of hodl; 0 for an empty book. */
    double ilFraction() {
        return hodl == 0 ? 0 : il / hodl;
    }
}
