/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.report.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rounds of each case as one row, compared with the first: the one without rules. */
public final class RulesTable {

    private final Map<String, List<Round>> byTitle;

    /** @param rounds  of the case without rules first */
    public RulesTable(List<Round> rounds) {
        byTitle = rounds.stream().collect(Collectors.groupingBy(Round::title, LinkedHashMap::new, Collectors.toList()));
    }

    public TextTable table() {
        TextTable table =
                new TextTable("what", "ticks/s", "spread", "x without rules", "records/tick", "rounds", "oracle");
        double without = Numbers.median(byTitle.values().iterator().next(), Round::ticksPerSecond);
        byTitle.forEach((title, rounds) -> {
            double ticks = Numbers.median(rounds, Round::ticksPerSecond);
            table.row(
                    title,
                    Numbers.shown(ticks),
                    Numbers.shown(100 * Numbers.spread(Numbers.figures(rounds, Round::ticksPerSecond))) + " %",
                    Numbers.shown(ticks / without),
                    Numbers.shown(Numbers.median(rounds, Round::publishedPerTick)),
                    Integer.toString(rounds.size()),
                    rounds.stream().allMatch(round -> round.faults().isEmpty()) ? "ok" : "FAILED");
        });
        return table;
    }
}
