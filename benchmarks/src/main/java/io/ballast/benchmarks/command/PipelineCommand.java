/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.pipeline.Pipeline;
import io.ballast.benchmarks.pipeline.PipelinePlan;
import io.ballast.benchmarks.pipeline.PipelineTable;
import io.ballast.benchmarks.pipeline.Round;
import io.ballast.benchmarks.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many ticks a second, against what people would write instead. */
@Command(
        name = "pipeline",
        description =
                "Throughput on a real broker and registry: pass-through, Ballast, the foreign-key join, the loop over"
                        + " positions; and Flink and Hazelcast Jet without Kafka.",
        mixinStandardHelpOptions = true)
public final class PipelineCommand implements Callable<Integer> {

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private EffortOptions effort = new EffortOptions();

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "1000,1000000",
            description = "Books of Ballast: ${DEFAULT-VALUE} positions.")
    private List<Integer> sizes;

    @Option(names = "--desk", defaultValue = "1000", description = "Positions published of each: ${DEFAULT-VALUE}.")
    private int desk;

    @Option(names = "--traced", description = "Measure these books once more with traceparent on every record.")
    private boolean traced;

    @Option(
            names = "--whole",
            split = ",",
            defaultValue = "1000000",
            description = "Books of which all positions are published: ${DEFAULT-VALUE} positions; 0: none.")
    private List<Integer> whole;

    @Option(
            names = "--joined",
            defaultValue = "10000",
            description = "Positions in the join: ${DEFAULT-VALUE}; 0: none.")
    private int joined;

    @Option(
            names = "--looped",
            defaultValue = "100000",
            description = "Positions in the loop: ${DEFAULT-VALUE}; 0: none.")
    private int looped;

    @Option(
            names = "--engines",
            defaultValue = "1000000",
            description = "Positions in the engines: ${DEFAULT-VALUE}; 0: none.")
    private int inEngines;

    @Option(names = "--engine-ticks", defaultValue = "30", description = "Ticks for each engine: ${DEFAULT-VALUE}.")
    private int engineTicks;

    @Override
    public Integer call() throws Exception {
        return run.measure("Throughput", "pipeline", this::measure);
    }

    private void measure(Report report, Path folder) throws Exception {
        report.setting("price", run.market());
        try (Bench bench = Bench.start(folder)) {
            List<Round> rounds = new Pipeline(bench, plan(), effort.of(run), RunOptions::say).run(run.rounds);
            report.text(new PipelineTable(rounds).table());
            rounds.forEach(round -> report.result(round.title() + ", round " + round.number(), round, round.faults()));
        }
    }

    private PipelinePlan plan() {
        return new PipelinePlan(
                sizes,
                desk,
                traced,
                whole.stream().filter(size -> size > 0).toList(),
                joined,
                looped,
                inEngines,
                engineTicks,
                run.seed,
                run.market(),
                run.settings);
    }
}
