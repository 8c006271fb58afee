/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulationOptionsTest {

    private static final SimulationOptions OPTIONS = SimulationOptions.demo(7, Simulations.START, 200);

    @Test
    void shouldDropFractionsOfASecondFromTheStart() {
        Instant start = Simulations.START.plusNanos(123_456_789);

        assertThat(SimulationOptions.demo(7, start, 200).tradingStart()).isEqualTo(Simulations.START);
    }

    @Test
    void shouldNameTheOptionThatIsOutOfItsBounds() {
        assertThatThrownBy(() -> SimulationOptions.demo(7, Simulations.START, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("positions 2 is less than 3");
        assertThatThrownBy(() -> OPTIONS.withBlockInterval(Duration.ofMillis(1500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("blockInterval PT1.5S is not one or more whole seconds");
        assertThatThrownBy(() -> OPTIONS.withActivity(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quotesPerBlock 0 is less than 1");
        assertThatThrownBy(() -> OPTIONS.withActivity(1, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("noiseSwapsPerPool NaN is not a number from 0 to 1000");
    }

    @Test
    void shouldBeNamedSoThatOtherOptionsHaveOtherNames() {
        assertThat(SimulationSource.of(OPTIONS))
                .startsWith("simulator 1 seed=7 start=2026-03-01T12:00:00Z interval=PT2S positions=200 ");
        assertThat(SimulationSource.of(OPTIONS)).isEqualTo(SimulationSource.of(OPTIONS));
        assertThat(SimulationSource.of(OPTIONS.withActivity(1, 1, 1))).isNotEqualTo(SimulationSource.of(OPTIONS));
        assertThat(SimulationSource.of(OPTIONS.withMarkets(DemoMarkets.ORDINARY, 0.6)))
                .isNotEqualTo(SimulationSource.of(OPTIONS));
        assertThat(SimulationSource.of(OPTIONS.withMarkets(DemoMarkets.LIVELY, 0.5)))
                .isNotEqualTo(SimulationSource.of(OPTIONS));
    }

    @Test
    void shouldTellFromTheNameWhenTradingStarted() {
        assertThat(SimulationSource.tradingStart(SimulationSource.of(OPTIONS))).contains(Simulations.START);
        assertThat(SimulationSource.tradingStart("logs.jsonl sha256:12ab")).isEmpty();
        assertThatThrownBy(() -> SimulationSource.tradingStart("simulator 1 seed=7 start=soon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("start soon in [simulator 1 seed=7 start=soon] is no time");
    }

    @Test
    void shouldSplitAnyTotalWithoutRest() {
        for (int positions = 3; positions < 2000; positions++) {
            PositionPlan plan = PositionPlan.of(positions);
            assertThat(plan.total()).isEqualTo(positions - 3);
            assertThat(plan.nfts()).isNotNegative();
        }
    }
}
