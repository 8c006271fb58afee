/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoricalRiskTest {

    private static final double[] RESULTS = {5, -1, 3, -10, 2, -4, 8, 1, 0, -2};

    @Test
    void shouldAverageTheWorstResults() {
        assertThat(HistoricalRisk.of(RESULTS, 0.8)).isEqualTo(new TailRisk(0.8, 4, 7));
        assertThat(HistoricalRisk.of(RESULTS, 0.9)).isEqualTo(new TailRisk(0.9, 10, 10));
    }

    @Test
    void shouldCountTheLastResultByThePartInTheTail() {
        TailRisk risk = HistoricalRisk.of(RESULTS, 0.75);
        assertThat(risk.valueAtRisk()).isEqualTo(2);
        assertThat(risk.expectedShortfall()).isCloseTo((10 + 4 + 0.5 * 2) / 2.5, within(1e-12));
        assertThat(HistoricalRisk.of(RESULTS, 0.99)).isEqualTo(new TailRisk(0.99, 10, 10));
    }

    @Test
    void shouldRefuseResultsThatAreNone() {
        assertThatThrownBy(() -> HistoricalRisk.of(new double[0], 0.99)).hasMessageContaining("needs results");
        assertThatThrownBy(() -> HistoricalRisk.of(new double[] {1, Double.NaN}, 0.99))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> HistoricalRisk.of(RESULTS, 1)).hasMessageContaining("level 1.0");
    }

    /** The table of non-rejection regions at 95 % in Kupiec (1995): the numbers next to each end. */
    @ParameterizedTest
    @CsvSource({
        "255, 0.05, 6, 21", "510, 0.05, 16, 36", "1000, 0.05, 37, 65", "510, 0.01, 1, 11", "1000, 0.01, 4, 17",
        "255, 0.025, 2, 12", "510, 0.025, 6, 21", "1000, 0.025, 15, 36", "255, 0.10, 16, 36", "1000, 0.10, 81, 120"
    })
    void shouldRejectWhatKupiecsTableRejects(int observations, double probability, int above, int below) {
        assertThat(new KupiecTest(observations, above, probability).isRejected(0.05))
                .isTrue();
        assertThat(new KupiecTest(observations, above + 1, probability).isRejected(0.05))
                .isFalse();
        assertThat(new KupiecTest(observations, below - 1, probability).isRejected(0.05))
                .isFalse();
        assertThat(new KupiecTest(observations, below, probability).isRejected(0.05))
                .isTrue();
    }

    @Test
    void shouldFindNothingAmissWhereTheFrequencyIsTheExpectedOne() {
        KupiecTest test = new KupiecTest(200, 10, 0.05);
        assertThat(test.likelihoodRatio()).isCloseTo(0, within(1e-12));
        assertThat(test.pValue()).isCloseTo(1, within(1e-6));
        assertThat(new KupiecTest(100, 0, 0.01).likelihoodRatio()).isCloseTo(-200 * Math.log(0.99), within(1e-12));
    }

    @Test
    void shouldCountLossesBeyondTheForecast() {
        KupiecTest test = KupiecTest.of(new double[] {-3, -5, 2, -1}, new double[] {3, 4, 1, 0.5}, 0.95);
        assertThat(test.exceptions()).isEqualTo(2);
        assertThatThrownBy(() -> new KupiecTest(3, 4, 0.01)).hasMessageContaining("4 exceptions in 3");
        assertThatThrownBy(() -> KupiecTest.of(new double[1], new double[2], 0.9))
                .hasMessageContaining("1 results");
    }
}
