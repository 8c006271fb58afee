/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kafka.CommittedOffset;
import io.ballast.benchmarks.kafka.CommittedReader;
import io.ballast.benchmarks.pipeline.CaseTerms;
import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.pipeline.KafkaCase;
import io.ballast.benchmarks.pipeline.Round;
import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;

/** Records of positions as Ballast itself makes them, so that they are as large and as full as those a desk reads. */
final class RiskSamples {

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Effort BRIEF = new Effort(Duration.ZERO, Duration.ofSeconds(1), 20_000, Duration.ofMinutes(5));

    private RiskSamples() {}

    /**
     * The last record of each position of a plan, after some ticks.
     *
     * @param prefix  in front of the topics that it takes
     * @throws IllegalStateException if the oracle finds a wrong figure in them
     */
    static List<PositionRisk> of(Bench bench, String prefix, PositionPlan plan, Market market)
            throws InterruptedException, TimeoutException {
        CaseTerms terms = new CaseTerms(Contestant.BALLAST, plan, plan.size(), market, Map.of());
        try (KafkaCase made = new KafkaCase(bench, terms, prefix, BRIEF)) {
            Round round = made.round(1);
            if (!round.faults().isEmpty()) {
                throw new IllegalStateException("the samples are wrong: " + round.faults());
            }
            return last(bench, made.outputTopic());
        }
    }

    private static List<PositionRisk> last(Bench bench, String topic) {
        AvroDeserializer<PositionRisk> deserializer = new AvroDeserializer<>(PositionRisk.class, bench.registry());
        Map<String, PositionRisk> last = new LinkedHashMap<>();
        long end = CommittedOffset.end(bench, new TopicPartition(topic, 0));
        try (CommittedReader reader = new CommittedReader(bench, topic, false)) {
            while (reader.position() < end) {
                reader.poll(A_MOMENT)
                        .forEach(record -> last.put(record.key(), deserializer.deserialize(topic, record.value())));
            }
        }
        return List.copyOf(last.values());
    }
}
