/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PositionPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that is measured still works and says what is true, at a size that takes no time. */
class ContestantsIT {

    private static final PositionPlan PLAN = new PositionPlan(200, 1);
    private static final int DESK = 20;
    private static final Effort BRIEF = new Effort(Duration.ZERO, Duration.ofMillis(500), 50, Duration.ofSeconds(60));

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
}
