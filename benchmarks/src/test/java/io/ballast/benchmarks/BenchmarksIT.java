/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.benchmarks.desk.BookCase;
import io.ballast.benchmarks.desk.ClientsCase;
import io.ballast.benchmarks.desk.ClientsRound;
import io.ballast.benchmarks.desk.DeskTerms;
import io.ballast.benchmarks.instances.InstancesCase;
import io.ballast.benchmarks.instances.InstancesRound;
import io.ballast.benchmarks.instances.PoolSpread;
import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kill.KillCase;
import io.ballast.benchmarks.kill.KillRound;
import io.ballast.benchmarks.latency.Latency;
import io.ballast.benchmarks.latency.LatencyRound;
import io.ballast.benchmarks.pipeline.CaseTerms;
import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.pipeline.KafkaCase;
import io.ballast.benchmarks.pipeline.Round;
import io.ballast.benchmarks.pipeline.RulesTable;
import io.ballast.benchmarks.pipeline.Turns;
import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.benchmarks.workload.RulePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is measured still works and says what is true, at a size that takes no time. */
class BenchmarksIT {

    private static final PositionPlan PLAN = new PositionPlan(200, 1);
    private static final int DESK = 20;
    private static final int TICKS = 50;
    private static final int PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Effort BRIEF = new Effort(Duration.ZERO, Duration.ofMillis(500), TICKS, PATIENCE);

    @TempDir
    private static Path folder;

    private static Bench bench;

    @BeforeAll
    static void startBench() {
        bench = Bench.start(folder);
    }

    @AfterAll
    static void stopBench() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldPublishWhatTheOracleFinds(Contestant contestant) throws Exception {
        int published = contestant == Contestant.BALLAST ? DESK : PLAN.size();
        CaseTerms terms = new CaseTerms(contestant, PLAN, published, Market.DEFAULT, Map.of());
        try (KafkaCase measured = new KafkaCase(bench, terms, "", BRIEF)) {
            Round round = measured.round(1);

            assertThat(round.faults()).isEmpty();
            assertThat(round.ticksPerSecond()).isPositive();
        }
    }

    @Test
    void shouldPublishTheSameWithRulesThatDoNotFire() throws Exception {
        Map<String, String> rules = new RulePlan(40).write(PLAN, DESK, folder.resolve("rules.yaml"));
        CaseTerms without =
                new CaseTerms(Contestant.BALLAST, PLAN, DESK, Market.DEFAULT, RulePlan.without(), "no rules");
        CaseTerms with = new CaseTerms(Contestant.BALLAST, PLAN, DESK, Market.DEFAULT, rules, "40 rules");

        List<Round> rounds = new Turns(bench, BRIEF, told -> {}).run(List.of(without, with), 1);

        assertThat(rounds).hasSize(2).allSatisfy(round -> {
            assertThat(round.faults()).isEmpty();
            assertThat(round.ticksPerSecond()).isPositive();
        });
        assertThat(new RulesTable(rounds).table().toString()).contains("no rules", "40 rules");
    }

    @Test
    void shouldAnswerEveryTickUnderSteadyLoad() throws Exception {
        List<LatencyRound> rounds =
                new Latency(bench, PLAN, Market.DEFAULT, Map.of(), BRIEF, told -> {}).run(1, List.of(PER_SECOND));

        assertThat(rounds).hasSize(4).allSatisfy(round -> {
            assertThat(round.faults()).isEmpty();
            assertThat(round.p50Ms()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGoOnAfterAKill(boolean takenOver) throws Exception {
        Effort effort = new Effort(Duration.ZERO, Duration.ofSeconds(60), TICKS, PATIENCE);
        CaseTerms terms = new CaseTerms(Contestant.BALLAST, PLAN, 1, Market.DEFAULT, Latency.everyTick());
        try (KillCase killed = new KillCase(bench, terms, takenOver, "256m", folder, effort)) {
            double bytes = killed.load();
            KillRound round = killed.round(1, PER_SECOND);

            assertThat(bytes).isPositive();
            assertThat(round.faults()).isEmpty();
            assertThat(round.firstRiskSeconds()).isPositive();
        }
    }

    @Test
    void shouldShareThePoolsAmongInstances() throws Exception {
        Effort effort = new Effort(Duration.ZERO, Duration.ZERO, 5_000, PATIENCE);
        CaseTerms terms = new CaseTerms(Contestant.BALLAST, PLAN, DESK, Market.DEFAULT, Map.of());
        PoolSpread spread = PoolSpread.even(2, 2);
        try (InstancesCase shared = new InstancesCase(bench, terms, 2, spread, effort, "256m", folder)) {
            InstancesRound round = shared.run();

            assertThat(round.faults()).isEmpty();
            assertThat(round.pools()).containsExactly(2L, 2L);
            assertThat(round.ticksPerSecond()).isPositive();
        }
    }

    @Test
    void shouldTellOpenPagesOfEveryRowThatChanges() throws Exception {
        Effort effort = new Effort(Duration.ZERO, Duration.ofSeconds(2), 1, PATIENCE);
        try (ClientsCase pages = ClientsCase.start(bench, deskTerms(), folder, effort)) {
            ClientsRound round = pages.round(1, 4, PER_SECOND);

            assertThat(round.p50Ms()).isPositive();
            assertThat(round.deskCores()).isPositive();
            assertThat(round.megabytesPerSecond()).isPositive();
        }
    }

    @Test
    void shouldAskADeskWhatItsPagesAsk() throws Exception {
        try (BookCase book = BookCase.start(bench, deskTerms(), folder)) {
            assertThat(book.size().heapBytes()).isPositive();
            assertThat(book.answers(PER_SECOND))
                    .allSatisfy(answer -> assertThat(answer.medianMs()).isPositive());
        }
    }

    private static DeskTerms deskTerms() {
        return new DeskTerms(100, 2, DESK, 50, 1, "256m", Map.of(), PATIENCE);
    }
}
