/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kill.KillCase;
import io.ballast.benchmarks.kill.KillRound;
import io.ballast.benchmarks.latency.Latency;
import io.ballast.benchmarks.pipeline.CaseTerms;
import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.report.Report;
import io.ballast.benchmarks.report.TextTable;
import io.ballast.benchmarks.workload.PositionPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long risk is missing after a crash, and what a position takes of the heap. */
@Command(
        name = "kill",
        description =
                "Ballast in a process of its own: heap of each position, and the time from kill -9 under load, restarted"
                        + " at once or taken over by another, to the first committed risk of a tick sent after it.",
        mixinStandardHelpOptions = true)
public final class KillCommand implements Callable<Integer> {

    private static final int LONGEST_OUTAGE_SECONDS = 60;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--positions", defaultValue = "1000000", description = "Positions in the book: ${DEFAULT-VALUE}.")
    private int positions;

    @Option(names = "--rate", defaultValue = "1000", description = "Ticks a second: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--child-heap", defaultValue = "6g", description = "-Xmx of the process: ${DEFAULT-VALUE}.")
    private String childHeap;

    @Option(
            names = "--take-over",
            description =
                    "Another process stands by with copies of its stores and takes over; the killed one is not started again.")
    private boolean takenOver;

    @Option(
            names = "--patience",
            defaultValue = "600",
            description = "Seconds after which something hangs: ${DEFAULT-VALUE}.")
    private int patienceSeconds;

    @Override
    public Integer call() throws Exception {
        return run.measure("Kill", "kill", this::measure);
    }

    private void measure(Report report, Path folder) throws Exception {
        report.setting("positions, of which one is published at every tick", positions);
        report.setting("ticks/s", rate);
        report.setting("heap of the process at most", childHeap);
        report.setting("another takes over", takenOver);
        try (Bench bench = Bench.start(folder);
                KillCase killed = new KillCase(bench, terms(), takenOver, childHeap, folder, effort())) {
            measure(report, killed);
        }
    }

    private void measure(Report report, KillCase killed) throws Exception {
        RunOptions.say("loading " + positions + " positions");
        double bytes = killed.load();
        RunOptions.say("heap: " + bytes + " bytes a position");
        report.result(Map.of("heapBytesPerPosition", bytes, "positions", positions));
        TextTable table = new TextTable("what", "first risk s", "caught up s", "heap bytes/position", "oracle");
        for (int number = 1; number <= run.rounds; number++) {
            KillRound round = killed.round(number, rate);
            RunOptions.say("kill " + number + ": first risk after " + round.firstRiskSeconds() + " s");
            String name = "kill " + number;
            report.result(name, round, round.faults());
            table.row(
                    name,
                    Numbers.shown(round.firstRiskSeconds()),
                    Numbers.shown(round.caughtUpSeconds()),
                    Numbers.shown(bytes),
                    round.faults().isEmpty() ? "ok" : "FAILED");
        }
        report.text(table);
        report.text(
                "Heap of a position = (heap in use after full collections with the book, less the same before it) / positions");
    }

    private Effort effort() {
        return new Effort(
                Duration.ofSeconds(run.warmUpSeconds),
                Duration.ofSeconds(run.warmUpSeconds + LONGEST_OUTAGE_SECONDS),
                1,
                Duration.ofSeconds(patienceSeconds));
    }

    private CaseTerms terms() {
        Map<String, String> settings = new HashMap<>(Latency.everyTick());
        settings.putAll(run.settings);
        return new CaseTerms(Contestant.BALLAST, new PositionPlan(positions, run.seed), 1, run.market(), settings);
    }
}
