/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.benchmarks.engine.FanOutEngine;
import io.ballast.benchmarks.engine.FlinkFanOut;
import io.ballast.benchmarks.engine.JetFanOut;
import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.benchmarks.workload.PositionPlan;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engines without Kafka still work and say what is true. */
class EnginesTest {

    private static final int POSITIONS = 200;
    private static final int TICKS = 50;

    static Stream<FanOutEngine> engines() {
        return Stream.of(new FlinkFanOut(), new JetFanOut());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void shouldGiveWhatTheOracleFinds(FanOutEngine engine) throws Exception {
        PoolFeed feed = PoolFeed.unwritten(new PositionPlan(POSITIONS, 1), Market.DEFAULT);

        Round round = new EngineCase(engine, feed, TICKS).round(1);

        assertThat(round.faults()).isEmpty();
        assertThat(round.ticksPerSecond()).isPositive();
    }
}
