/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.report.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Medians over the rounds of each load; of the longest delay the greatest. */
public final class ClientsTable {

    private static final double BYTES_PER_MB = 1e6;

    private final List<ClientsRound> rounds;

    private record Row(int perSecond, int clients) {}

    public ClientsTable(List<ClientsRound> rounds) {
        this.rounds = rounds;
    }

    public TextTable table() {
        Map<Row, List<ClientsRound>> rows = rounds.stream()
                .collect(Collectors.groupingBy(
                        round -> new Row(round.perSecond(), round.clients()), LinkedHashMap::new, Collectors.toList()));
        TextTable table = new TextTable(
                "rows changed/s, pages",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "max ms",
                "by later",
                "MB/s",
                "desk cores",
                "reader cores",
                "desk heap MB",
                "desk RSS MB");
        rows.forEach((row, some) -> add(table, row, some));
        return table;
    }

    private static void add(TextTable table, Row row, List<ClientsRound> some) {
        table.row(
                row.perSecond() + ", " + row.clients(),
                median(some, ClientsRound::p50Ms),
                median(some, ClientsRound::p99Ms),
                median(some, ClientsRound::p999Ms),
                Numbers.shown(
                        some.stream().mapToDouble(ClientsRound::maxMs).max().orElseThrow()),
                median(some, round -> 100 * round.answeredByLater()) + " %",
                median(some, ClientsRound::megabytesPerSecond),
                median(some, ClientsRound::deskCores),
                median(some, ClientsRound::readerCores),
                median(some, round -> round.heapBytes() / BYTES_PER_MB),
                median(some, round -> round.residentBytes() / BYTES_PER_MB));
    }

    private static String median(List<ClientsRound> some, ToDoubleFunction<ClientsRound> figure) {
        return Numbers.shown(Numbers.median(some, figure));
    }
}
