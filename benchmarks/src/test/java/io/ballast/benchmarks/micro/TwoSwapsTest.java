/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.benchmarks.workload.PositionPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoSwapsTest {

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "1000, false", "1000, true"})
    void shouldReplayToTheUnitForEver(int positions, boolean crossing) {
        TwoSwaps swaps = new TwoSwaps(new PositionPlan(positions, 1), crossing);

        for (int i = 0; i < 10; i++) {
            assertThat(swaps.replay()).isTrue();
        }
        assertThat(swaps.crosses()).isEqualTo(crossing);
    }
}
