/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.latency;

import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.report.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Medians over the rounds, and how they compare with the pass-through's at the same rate and guarantee. */
public final class LatencyTable {

    private final List<LatencyRound> rounds;

    private record Row(String profile, int perSecond, String title) {}

    public LatencyTable(List<LatencyRound> rounds) {
        this.rounds = rounds;
    }

    public TextTable table() {
        Map<Row, List<LatencyRound>> rows = rounds.stream()
                .collect(Collectors.groupingBy(
                        round -> new Row(round.profile(), round.perSecond(), round.title()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        TextTable table = new TextTable(
                "guarantee, ticks/s, what",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "max ms",
                "p50 x",
                "p99 x",
                "by later",
                "oracle");
        rows.forEach((row, some) -> add(table, row, some));
        return table;
    }

    private void add(TextTable table, Row row, List<LatencyRound> some) {
        List<LatencyRound> passing = rounds.stream()
                .filter(round -> round.profile().equals(row.profile())
                        && round.perSecond() == row.perSecond()
                        && round.title().equals(Contestant.PASS_THROUGH.title()))
                .toList();
        table.row(
                row.profile() + ", " + row.perSecond() + ", " + row.title(),
                Numbers.shown(Numbers.median(some, LatencyRound::p50Ms)),
                Numbers.shown(Numbers.median(some, LatencyRound::p99Ms)),
                Numbers.shown(Numbers.median(some, LatencyRound::p999Ms)),
                Numbers.shown(
                        some.stream().mapToDouble(LatencyRound::maxMs).max().orElseThrow()),
                Numbers.shown(Numbers.median(some, LatencyRound::p50Ms) / Numbers.median(passing, LatencyRound::p50Ms)),
                Numbers.shown(Numbers.median(some, LatencyRound::p99Ms) / Numbers.median(passing, LatencyRound::p99Ms)),
                Numbers.shown(100 * Numbers.median(some, LatencyRound::answeredByLater)) + " %",
                some.stream().allMatch(round -> round.faults().isEmpty()) ? "ok" : "FAILED");
    }
}
