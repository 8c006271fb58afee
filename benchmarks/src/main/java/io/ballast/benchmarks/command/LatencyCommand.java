/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.latency.Latency;
import io.ballast.benchmarks.latency.LatencyRound;
import io.ballast.benchmarks.latency.LatencyTable;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.report.Report;
import io.ballast.benchmarks.workload.PositionPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a tick takes to become a risk that can be read. */
@Command(
        name = "latency",
        description =
                "From a tick's intended time of sending to the committed record that it makes, open loop; Ballast and the"
                        + " pass-through in turns, at least once (latency) and exactly once (exact).",
        mixinStandardHelpOptions = true)
public final class LatencyCommand implements Callable<Integer> {

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "1000,5000",
            description = "Ticks a second: ${DEFAULT-VALUE}.")
    private List<Integer> rates;

    @Option(
            names = "--positions",
            defaultValue = "1000",
            description = "Positions in Ballast's book: ${DEFAULT-VALUE}.")
    private int positions;

    @Override
    public Integer call() throws Exception {
        return run.measure("Latency", "latency", this::measure);
    }

    private void measure(Report report, Path folder) throws Exception {
        report.setting("positions, of which one is published at every tick", positions);
        Effort effort = new Effort(
                Duration.ofSeconds(run.warmUpSeconds), Duration.ofSeconds(run.seconds), 1, Duration.ofMinutes(10));
        try (Bench bench = Bench.start(folder)) {
            List<LatencyRound> rounds = new Latency(
                            bench,
                            new PositionPlan(positions, run.seed),
                            run.market(),
                            run.settings,
                            effort,
                            RunOptions::say)
                    .run(run.rounds, rates);
            report.text(new LatencyTable(rounds).table());
            rounds.forEach(round -> report.result(name(round), round, round.faults()));
        }
    }

    private static String name(LatencyRound round) {
        return round.title() + ", " + round.profile() + ", " + round.perSecond() + "/s, round " + round.number();
    }
}
