/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.pipeline.CaseTerms;
import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.pipeline.Round;
import io.ballast.benchmarks.pipeline.RulesTable;
import io.ballast.benchmarks.pipeline.Turns;
import io.ballast.benchmarks.report.Report;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.benchmarks.workload.RulePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What alert rules that do not fire cost: ticks a second with and without them, in one run. */
@Command(
        name = "alerts",
        description = "Throughput of Ballast on a real broker and registry without alert rules and with many.",
        mixinStandardHelpOptions = true)
public final class AlertsCommand implements Callable<Integer> {

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private EffortOptions effort = new EffortOptions();

    @Option(names = "--positions", defaultValue = "1000000", description = "In the book: ${DEFAULT-VALUE}.")
    private int positions;

    @Option(
            names = "--published",
            defaultValue = "10000",
            description = "Positions published of them, which rules are about: ${DEFAULT-VALUE}.")
    private int published;

    @Option(
            names = "--rules",
            split = ",",
            defaultValue = "10000",
            description = "Beside none: ${DEFAULT-VALUE} rules.")
    private List<Integer> rules;

    @Override
    public Integer call() throws Exception {
        return run.measure("Alert rules", "alerts", this::measure);
    }

    private void measure(Report report, Path folder) throws Exception {
        report.setting("price", run.market());
        try (Bench bench = Bench.start(folder)) {
            List<Round> rounds = new Turns(bench, effort.of(run), RunOptions::say).run(cases(folder), run.rounds);
            report.text(new RulesTable(rounds).table());
            rounds.forEach(round -> report.result(round.title() + ", round " + round.number(), round, round.faults()));
        }
    }

    private List<CaseTerms> cases(Path folder) throws IOException {
        PositionPlan plan = new PositionPlan(positions, run.seed);
        List<CaseTerms> cases = new ArrayList<>();
        cases.add(terms(plan, "no rules", RulePlan.without()));
        for (int count : rules) {
            Path file = folder.resolve("rules-" + count + ".yaml");
            cases.add(terms(plan, count + " rules", new RulePlan(count).write(plan, published, file)));
        }
        return cases;
    }

    private CaseTerms terms(PositionPlan plan, String variant, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(run.settings);
        settings.putAll(more);
        return new CaseTerms(Contestant.BALLAST, plan, Math.min(published, positions), run.market(), settings, variant);
    }
}
