/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.report.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rounds of each case as one row. */
public final class PipelineTable {

    private PipelineTable() {}

    public static TextTable of(List<Round> rounds) {
        Map<String, List<Round>> byTitle =
                rounds.stream().collect(Collectors.groupingBy(Round::title, LinkedHashMap::new, Collectors.toList()));
        double limit = ticksPerSecond(rounds.stream()
                .filter(round -> round.title().equals(Contestant.PASS_THROUGH.title()))
                .toList());
        TextTable table = new TextTable(
                "what", "ticks/s", "spread", "of pass-through", "positions/s", "records/tick", "rounds", "oracle");
        byTitle.forEach((title, some) -> row(table, title, some, limit));
        return table;
    }

    private static void row(TextTable table, String title, List<Round> rounds, double limit) {
        boolean passing = title.equals(Contestant.PASS_THROUGH.title());
        double median = ticksPerSecond(rounds);
        List<Double> published = rounds.stream().map(Round::publishedPerTick).toList();
        table.row(
                title,
                Numbers.shown(median),
                Numbers.shown(100 * Numbers.spread(rates(rounds))) + " %",
                Numbers.shown(median / limit),
                passing ? "-" : Numbers.shown(median * rounds.get(0).positions()),
                Numbers.shown(Numbers.median(published)),
                Integer.toString(rounds.size()),
                rounds.stream().allMatch(round -> round.faults().isEmpty()) ? "ok" : "FAILED");
    }

    private static double ticksPerSecond(List<Round> rounds) {
        return Numbers.median(rates(rounds));
    }

    private static List<Double> rates(List<Round> rounds) {
        return rounds.stream().map(Round::ticksPerSecond).toList();
    }
}
