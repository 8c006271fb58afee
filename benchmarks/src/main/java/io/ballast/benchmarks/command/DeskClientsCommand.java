/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.desk.ClientsCase;
import io.ballast.benchmarks.desk.ClientsRound;
import io.ballast.benchmarks.desk.ClientsTable;
import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How soon many open pages see what has changed. */
@Command(
        name = "desk-clients",
        description =
                "A desk in a process of its own whose rows change, and many open streams on it: from a record's intended"
                        + " time of sending to the time that its row is read, one page and many in turns.",
        mixinStandardHelpOptions = true)
public final class DeskClientsCommand implements Callable<Integer> {

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private DeskOptions desk = new DeskOptions();

    @Option(names = "--positions", defaultValue = "1000", description = "Positions in the book: ${DEFAULT-VALUE}.")
    private int positions;

    @Option(names = "--pages", split = ",", defaultValue = "1,200", description = "Open at once: ${DEFAULT-VALUE}.")
    private List<Integer> pages;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "400,4000",
            description = "Rows that change each second, of all pages together: ${DEFAULT-VALUE}.")
    private List<Integer> rates;

    @Override
    public Integer call() throws Exception {
        return run.measure("Open pages of a desk", "desk-clients", this::measure);
    }

    private void measure(Report report, Path folder) throws Exception {
        report.setting("positions", positions);
        List<ClientsRound> rounds = new ArrayList<>();
        try (Bench bench = Bench.start(folder);
                ClientsCase measured = ClientsCase.start(bench, desk.terms(run, positions), folder, desk.effort(run))) {
            for (int number = 1; number <= run.rounds; number++) {
                measure(measured, number, rounds);
            }
        }
        rounds.forEach(report::result);
        report.text(new ClientsTable(rounds).table());
    }

    private void measure(ClientsCase measured, int number, List<ClientsRound> rounds) throws Exception {
        for (int rate : rates) {
            for (int open : pages) {
                ClientsRound round = measured.round(number, open, rate);
                RunOptions.say(
                        rate + " rows/s, " + open + " pages, round " + number + ": p99 " + round.p99Ms() + " ms");
                rounds.add(round);
            }
        }
    }
}
