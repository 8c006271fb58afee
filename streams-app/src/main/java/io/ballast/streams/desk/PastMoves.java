/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.scenario.HistoricalRisk;
import io.ballast.risk.scenario.Market;
import io.ballast.risk.scenario.Revaluation;
import io.ballast.risk.scenario.ShockResult;
import io.ballast.risk.scenario.Shocks;
import io.ballast.risk.scenario.TailRisk;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Value at risk by moves that happened, each put on a book of now.
 *
 * @param moves  relative changes of prices by asset, by the step in which they end
 */
record PastMoves(TreeMap<Long, Map<String, Double>> moves) {

    /** Ten days of them: fewer say nothing of a tail. */
    private static final int FEWEST = 80;

    private static final double HORIZON_DAYS = 1;

    /** Null: there are too few moves, or nothing is held. */
    io.ballast.schema.HistoricalRisk of(Revaluation book, Market market) {
        if (moves.size() < FEWEST || book.legs().isEmpty()) {
            return null;
        }
        double[] results = book.after(market, Shocks.past(List.copyOf(moves.values()))).stream()
                .mapToDouble(ShockResult::change)
                .toArray();
        TailRisk at95 = HistoricalRisk.of(results, 0.95);
        TailRisk at99 = HistoricalRisk.of(results, 0.99);
        return io.ballast.schema.HistoricalRisk.newBuilder()
                .setHorizonDays(HORIZON_DAYS)
                .setMoves(results.length)
                .setFirst(PriceHistory.end(moves.firstKey()))
                .setLast(PriceHistory.end(moves.lastKey()))
                .setVar95(at95.valueAtRisk())
                .setEs95(at95.expectedShortfall())
                .setVar99(at99.valueAtRisk())
                .setEs99(at99.expectedShortfall())
                .build();
    }
}
