/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kafka.RiskTail;
import io.ballast.benchmarks.pipeline.CaseTerms;
import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.pipeline.KafkaCase;
import io.ballast.benchmarks.pipeline.Round;
import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.schema.PositionRisk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Records of positions as Ballast itself makes them, so that they are as large and as full as those a desk reads. */
final class RiskSamples {

    private static final Effort BRIEF = new Effort(Duration.ZERO, Duration.ofSeconds(1), 20_000, Duration.ofMinutes(5));

    private RiskSamples() {}

    /**
     * The last record of each position of a plan, after some ticks.
     *
     * @param prefix  in front of the topics that it takes
     * @throws IllegalStateException if the oracle finds a wrong figure in them
     */
    static List<PositionRisk> of(Bench bench, String prefix, PositionPlan plan)
            throws InterruptedException, TimeoutException {
        CaseTerms terms = new CaseTerms(Contestant.BALLAST, plan, plan.size(), Market.DEFAULT, Map.of());
        try (KafkaCase made = new KafkaCase(bench, terms, prefix, BRIEF)) {
            Round round = made.round(1);
            if (!round.faults().isEmpty()) {
                throw new IllegalStateException("the samples are wrong: " + round.faults());
            }
            return newest(bench, made.outputTopic(), plan);
        }
    }

    private static List<PositionRisk> newest(Bench bench, String topic, PositionPlan plan) {
        try (RiskTail tail = new RiskTail(bench, topic, plan.positions().toList())) {
            tail.catchUp();
            return tail.newest();
        }
    }
}
