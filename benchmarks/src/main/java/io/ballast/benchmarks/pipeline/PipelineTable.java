/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.report.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rounds of each case as one row, compared with the pass-through in ticks and with the foreign-key join in positions; a
 * comparison with what was left out is not a number.
 */
public final class PipelineTable {

    private final Map<String, List<Round>> byTitle;
    private final double passedTicks;
    private final double joinedPositions;

    public PipelineTable(List<Round> rounds) {
        byTitle = rounds.stream().collect(Collectors.groupingBy(Round::title, LinkedHashMap::new, Collectors.toList()));
        passedTicks = Numbers.median(of(Contestant.PASS_THROUGH), Round::ticksPerSecond);
        joinedPositions = Numbers.median(of(Contestant.FOREIGN_KEY_JOIN), Round::positionsPerSecond);
    }

    private List<Round> of(Contestant contestant) {
        return byTitle.entrySet().stream()
                .filter(rounds -> rounds.getKey().startsWith(contestant.title()))
                .flatMap(rounds -> rounds.getValue().stream())
                .toList();
    }

    public TextTable table() {
        TextTable table = new TextTable(
                "what",
                "ticks/s",
                "spread",
                "x pass-through",
                "positions/s",
                "x join",
                "records/tick",
                "rounds",
                "oracle");
        byTitle.forEach((title, rounds) -> row(table, title, rounds));
        return table;
    }

    private void row(TextTable table, String title, List<Round> rounds) {
        boolean withPositions = !title.equals(Contestant.PASS_THROUGH.title());
        double ticks = Numbers.median(rounds, Round::ticksPerSecond);
        double positions = Numbers.median(rounds, Round::positionsPerSecond);
        table.row(
                title,
                Numbers.shown(ticks),
                Numbers.shown(100 * Numbers.spread(Numbers.figures(rounds, Round::ticksPerSecond))) + " %",
                Numbers.shown(ticks / passedTicks),
                withPositions ? Numbers.shown(positions) : "-",
                withPositions ? Numbers.shown(positions / joinedPositions) : "-",
                Numbers.shown(Numbers.median(rounds, Round::publishedPerTick)),
                Integer.toString(rounds.size()),
                rounds.stream().allMatch(round -> round.faults().isEmpty()) ? "ok" : "FAILED");
    }
}
