/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.micro.AggregateBenchmark;
import io.ballast.benchmarks.micro.RestoreBenchmark;
import io.ballast.benchmarks.micro.TickBenchmark;
import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.report.Report;
import io.ballast.benchmarks.report.TextTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The risk model alone, by JMH. */
@Command(
        name = "micro",
        description =
                "JMH: a tick through books of 1k to 1M positions, and books as one. --rounds are forks, --seconds and"
                        + " --warm-up are split into iterations of one second each (3 to 5 of each).",
        mixinStandardHelpOptions = true)
public final class MicroCommand implements Callable<Integer> {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final int FEWEST_ITERATIONS = 3;
    private static final int MOST_ITERATIONS = 5;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--only", defaultValue = ".*", description = "Pattern of the methods to run: ${DEFAULT-VALUE}.")
    private String only;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "1000,10000,100000,1000000",
            description = "Positions: ${DEFAULT-VALUE}.")
    private String[] sizes;

    @Override
    public Integer call() throws Exception {
        return run.measure("Risk model", "micro", this::measure);
    }

    private void measure(Report report, Path folder) throws Exception {
        Path output = folder.resolve("jmh.log");
        Collection<RunResult> results = new Runner(options(output).build()).run();
        TextTable table = new TextTable("benchmark", "positions", "mean ns", "± (99.9 %)", "median ns", "bytes/op");
        results.forEach(result -> add(report, table, result));
        report.text(table);
        Files.deleteIfExists(output);
    }

    private ChainedOptionsBuilder options(Path output) {
        return new OptionsBuilder()
                .include(TickBenchmark.class.getName() + "\\." + only)
                .include(AggregateBenchmark.class.getName() + "\\." + only)
                .include(RestoreBenchmark.class.getName() + "\\." + only)
                .param("positions", sizes)
                .forks(run.rounds)
                .warmupIterations(iterations(run.warmUpSeconds))
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations(run.seconds))
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .output(output.toString());
    }

    /** With fewer there is no error to tell. */
    private static int iterations(int seconds) {
        return Math.max(FEWEST_ITERATIONS, Math.min(MOST_ITERATIONS, seconds));
    }

    private static void add(Report report, TextTable table, RunResult result) {
        String name = result.getPrimaryResult().getLabel();
        String positions = result.getParams().getParam("positions");
        Result<?> time = result.getPrimaryResult();
        double median = time.getStatistics().getPercentile(50);
        double allocated = result.getSecondaryResults().get(ALLOCATED).getScore();
        table.row(
                name,
                positions,
                Numbers.shown(time.getScore()),
                Numbers.shown(time.getScoreError()),
                Numbers.shown(median),
                Numbers.shown(allocated));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("benchmark", name);
        figures.put("positions", Integer.valueOf(positions));
        figures.put("nanosPerOperation", time.getScore());
        figures.put("error", time.getScoreError());
        figures.put("medianNanos", median);
        figures.put("bytesPerOperation", allocated);
        report.result(figures);
    }
}
