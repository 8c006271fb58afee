/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.instances.InstancesCase;
import io.ballast.benchmarks.instances.InstancesRound;
import io.ballast.benchmarks.instances.PoolSpread;
import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.pipeline.CaseTerms;
import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.report.Report;
import io.ballast.benchmarks.report.TextTable;
import io.ballast.benchmarks.workload.PositionPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What several instances do together, each a process of its own on this machine. */
@Command(
        name = "instances",
        description =
                "Throughput of one, two and four instances that share the pools, and how long one takes to get its share.",
        mixinStandardHelpOptions = true)
public final class InstancesCommand implements Callable<Integer> {

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--counts", split = ",", defaultValue = "1,2,4", description = "Instances: ${DEFAULT-VALUE}.")
    private List<Integer> counts;

    @Option(names = "--partitions", defaultValue = "8", description = "Of each topic: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(names = "--pools", defaultValue = "2", description = "In each partition: ${DEFAULT-VALUE}.")
    private int pools;

    @Option(names = "--positions", defaultValue = "1000", description = "In each pool: ${DEFAULT-VALUE}.")
    private int positions;

    @Option(names = "--published", defaultValue = "10", description = "Of each pool: ${DEFAULT-VALUE}.")
    private int published;

    @Option(names = "--ticks", defaultValue = "30000", description = "Measured, of each pool: ${DEFAULT-VALUE}.")
    private int ticks;

    @Option(names = "--child-heap", defaultValue = "1g", description = "-Xmx of each process: ${DEFAULT-VALUE}.")
    private String childHeap;

    @Option(
            names = "--patience",
            defaultValue = "300",
            description = "Seconds after which something hangs: ${DEFAULT-VALUE}.")
    private int patienceSeconds;

    @Override
    public Integer call() throws Exception {
        return run.measure("Instances", "instances", this::measure);
    }

    private void measure(Report report, Path folder) throws Exception {
        report.setting("rounds", 1);
        report.setting("seconds measured", "as long as the ticks take");
        report.setting("seconds of warm-up", "as long as half as many take");
        report.setting("partitions of each topic, pools in each", partitions + ", " + pools);
        report.setting("positions of a pool, of which published", positions + ", " + published);
        report.setting("ticks of a pool", ticks);
        report.setting("heap of each process at most", childHeap);
        TextTable table = new TextTable("instances", "ticks/s", "x the first", "pools of each", "joined s", "oracle");
        double first = 0;
        try (Bench bench = Bench.start(folder)) {
            for (int count : counts) {
                InstancesRound round = round(bench, folder, count);
                first = first == 0 ? round.ticksPerSecond() : first;
                RunOptions.say(count + " instances: " + round.ticksPerSecond() + " ticks/s");
                report.result(count + " instances", round, round.faults());
                table.row(
                        Integer.toString(count),
                        Numbers.shown(round.ticksPerSecond()),
                        Numbers.shown(round.ticksPerSecond() / first),
                        round.pools().toString(),
                        Numbers.shown(round.joinedSeconds()),
                        round.faults().isEmpty() ? "ok" : "FAILED");
            }
        }
        report.text(table);
    }

    private InstancesRound round(Bench bench, Path folder, int count) throws Exception {
        Effort effort = new Effort(Duration.ZERO, Duration.ZERO, ticks, Duration.ofSeconds(patienceSeconds));
        CaseTerms terms = new CaseTerms(
                Contestant.BALLAST, new PositionPlan(positions, run.seed), published, run.market(), run.settings);
        PoolSpread spread = PoolSpread.even(partitions, pools);
        try (InstancesCase instances = new InstancesCase(bench, terms, count, spread, effort, childHeap, folder)) {
            return instances.run();
        }
    }
}
