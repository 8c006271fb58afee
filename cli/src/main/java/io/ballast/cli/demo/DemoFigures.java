/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schema.PositionRisk;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that the demo shows at one moment.
 *
 * @param seconds  since the simulation began
 * @param totals  of the book
 * @param top  positions with the largest losses or gains against holding
 * @param ticks  price ticks so far, of pools and markets
 * @param ticksPerSecond  lately
 * @param riskPerSecond  records of position-risk lately
 * @param latencyP50Ms  half of the figures were readable within so many ms of their block's time; -1: none yet
 * @param latencyP99Ms  99 % were
 * @param deadLetters  so far
 */
record DemoFigures(
        double seconds,
        BookTotals totals,
        List<PositionRisk> top,
        long ticks,
        double ticksPerSecond,
        double riskPerSecond,
        long latencyP50Ms,
        long latencyP99Ms,
        long deadLetters) {
    private static final int SHOWN = 10;

    static List<PositionRisk> top(RiskBoard board) {
        return board.positions().stream()
                .filter(BookTotals::isOpen)
                .filter(position -> position.getIlUsd() != null)
                .sorted(Comparator.comparingDouble((PositionRisk position) -> -Math.abs(position.getIlUsd()))
                        .thenComparing(PositionRisk::getPositionId))
                .limit(SHOWN)
                .toList();
    }

    ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("simulated", true)
                .put("seconds", seconds)
                .put("positions", totals.positions())
                .put("in_range", totals.inRange())
                .put("value_usd", totals.value())
                .put("hodl_value_usd", totals.hodl())
                .put("il_usd", totals.il())
                .put("il_pct", totals.ilFraction())
                .put("fees_usd", totals.fees())
                .put("ticks", ticks)
                .put("ticks_per_second", ticksPerSecond)
                .put("risk_records_per_second", riskPerSecond)
                .put("latency_p50_ms", latencyP50Ms)
                .put("latency_p99_ms", latencyP99Ms)
                .put("dead_letters", deadLetters);
        totals.deltas().forEach(document.putObject("delta")::put);
        return document;
    }
}
