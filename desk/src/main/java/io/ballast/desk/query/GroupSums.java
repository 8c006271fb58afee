/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.Figure;
import io.ballast.desk.store.PoolInfo;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionRows;
import io.ballast.desk.store.TextField;
import io.ballast.schema.RangeState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A group while it is summed. */
final class GroupSums {
    private final double[] sums = new double[Grouping.SUMMED.size()];
    private final long[] unknown = new long[Grouping.SUMMED.size()];
    private final Map<String, double[]> deltasByPool = new HashMap<>();
    private long positions;
    private long inRange;

    void add(PositionRows rows, int row) {
        positions++;
        if (rows.text(TextField.STATE, row).equals(RangeState.IN_RANGE.name())) {
            inRange++;
        }
        for (int index = 0; index < sums.length; index++) {
            double value = rows.figure(Grouping.SUMMED.get(index), row);
            if (Double.isNaN(value)) {
                unknown[index]++;
            } else {
                sums[index] += value;
            }
        }
        addDelta(rows, row);
    }

    private void addDelta(PositionRows rows, int row) {
        double[] deltas = deltasByPool.computeIfAbsent(rows.text(TextField.POOL, row), absent -> new double[2]);
        deltas[0] += orZero(rows.figure(Figure.DELTA0, row));
        deltas[1] += orZero(rows.figure(Figure.DELTA1, row));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    Group group(String key, String title, Pools pools) {
        Map<Figure, Double> known = new EnumMap<>(Figure.class);
        Map<Figure, Long> missing = new EnumMap<>(Figure.class);
        for (int index = 0; index < sums.length; index++) {
            known.put(Grouping.SUMMED.get(index), sums[index]);
            missing.put(Grouping.SUMMED.get(index), unknown[index]);
        }
        return new Group(key, title, positions, inRange, known, missing, deltas(pools));
    }

    private SortedMap<String, Double> deltas(Pools pools) {
        SortedMap<String, Double> deltas = new TreeMap<>();
        deltasByPool.forEach((poolId, amounts) -> {
            PoolInfo pool = pools.get(poolId);
            deltas.merge(pool.symbol0(), amounts[0], Double::sum);
            deltas.merge(pool.symbol1(), amounts[1], Double::sum);
        });
        return deltas;
    }
}
