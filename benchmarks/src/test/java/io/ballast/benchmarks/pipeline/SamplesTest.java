/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void shouldLeaveOutTheStartAndTheLastCommit() {
        Samples samples = new Samples(1000, 2000);
        samples.add(0, 1000);
        samples.add(9 * SECOND, 1100);
        samples.add(10 * SECOND, 1300);
        samples.add(12 * SECOND, 1700);
        samples.add(60 * SECOND, 2000);

        assertThat(samples.isComplete()).isTrue();
        assertThat(samples.perSecond()).isEqualTo(200);
    }

    @Test
    void shouldTakeTheTimeAtWhichProgressWasSeenFirst() {
        Samples samples = new Samples(0, 1000);
        samples.add(1 * SECOND, 100);
        samples.add(2 * SECOND, 100);
        samples.add(3 * SECOND, 500);
        samples.add(4 * SECOND, 500);

        assertThat(samples.isComplete()).isFalse();
        assertThat(samples.perSecond()).isEqualTo(200);
    }

    @Test
    void shouldTakeAllThereIsWhereNothingIsSteady() {
        Samples samples = new Samples(0, 10);
        samples.add(0, 0);
        samples.add(2 * SECOND, 10);

        assertThat(samples.perSecond()).isEqualTo(5);
    }

    @Test
    void shouldRefuseToGuess_whenAllWasDoneAtFirstSight() {
        Samples samples = new Samples(0, 10);
        samples.add(SECOND, 10);

        assertThatThrownBy(samples::perSecond).hasMessageContaining("over at first sight");
    }
}
