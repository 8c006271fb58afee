/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarrierProbabilityTest {

    private static final int PATHS = 40_000;
    private static final int STEPS = 40;

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1, 0.05",
        "0.1, 0.1, 0.1",
        "0.05, 0.2, 0.1",
        "0.3, 0.02, 0.2",
        "0.5, 0.7, 0.9",
        "0.01, 0.01, 0.02"
    })
    void shouldBeWhatASimulationSays(double down, double up, double deviation) {
        double simulated = simulated(down, up, deviation);

        assertThat(BarrierProbability.ofLeaving(down, up, deviation)).isCloseTo(simulated, within(0.01));
    }

    /** Between two steps the way is a Brownian bridge, of which the chance to have touched a bound is known. */
    private static double simulated(double down, double up, double deviation) {
        Random random = new Random(42);
        double step = deviation / Math.sqrt(STEPS);
        double left = 0;
        for (int path = 0; path < PATHS; path++) {
            double at = 0;
            double stays = 1;
            for (int i = 0; i < STEPS && stays > 0; i++) {
                double next = at - step * step / 2 + step * random.nextGaussian();
                stays *= bridge(up - at, up - next, step) * bridge(at + down, next + down, step);
                at = next;
            }
            left += 1 - stays;
        }
        return left / PATHS;
    }

    private static double bridge(double from, double to, double step) {
        return from <= 0 || to <= 0 ? 0 : 1 - Math.exp(-2 * from * to / (step * step));
    }

    /** Milionis and others have no drift in the price: over any time its mean stays, so a bound k times higher is reached with at most 1/k. */
    @ParameterizedTest
    @CsvSource({"0.1, 5", "0.7, 20", "2, 40"})
    void shouldReachABoundAboveWithTheInverseOfItsRatioInTheEnd(double distance, double deviation) {
        assertThat(BarrierProbability.ofRising(distance, deviation))
                .isCloseTo(Math.exp(-distance), within(1e-2 / deviation));
        assertThat(BarrierProbability.ofFalling(distance, deviation)).isCloseTo(1, within(1e-1));
    }

    @Test
    void shouldBeTheOneSidedOneWhereTheOtherBoundIsFar() {
        for (double deviation : new double[] {0.02, 0.1, 0.4}) {
            assertThat(BarrierProbability.ofLeaving(0.1, 60, deviation))
                    .isCloseTo(BarrierProbability.ofFalling(0.1, deviation), within(1e-13));
            assertThat(BarrierProbability.ofLeaving(60, 0.1, deviation))
                    .isCloseTo(BarrierProbability.ofRising(0.1, deviation), within(1e-13));
        }
    }

    @Test
    void shouldAgreeWithItselfWhereTheSeriesChange() {
        for (double[] range : new double[][] {{0.1, 0.1}, {0.01, 0.3}, {1.5, 0.4}, {3, 5}}) {
            double atChange = 0.5 * (range[0] + range[1]);
            assertThat(BarrierProbability.ofLeaving(range[0], range[1], Math.nextUp(atChange)))
                    .isCloseTo(BarrierProbability.ofLeaving(range[0], range[1], atChange), within(1e-13));
        }
    }

    @Test
    void shouldBeCertainAtABoundAndImpossibleForAPriceThatStands() {
        assertThat(BarrierProbability.ofLeaving(0, 0.1, 0.01)).isEqualTo(1);
        assertThat(BarrierProbability.ofLeaving(0.1, 0.1, 0)).isZero();
        assertThat(BarrierProbability.ofLeaving(88, 88, 1e3)).isEqualTo(1);
        assertThat(BarrierProbability.ofLeaving(88, 88, 0.1)).isZero();
        assertThat(BarrierProbability.ofRising(0, 0.1)).isEqualTo(1);
        assertThat(BarrierProbability.ofRising(0.1, 0)).isZero();
    }

    @Test
    void shouldRefuseWhatIsNoDistance() {
        assertThatThrownBy(() -> BarrierProbability.ofLeaving(-0.1, 0.1, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.1");
        assertThatThrownBy(() -> BarrierProbability.ofRising(0.1, Double.NaN)).hasMessageContaining("NaN");
    }
}
