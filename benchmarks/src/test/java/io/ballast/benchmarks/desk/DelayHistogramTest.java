/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelayHistogramTest {

    @Test
    void shouldTellTheDelayThatAPartOfThemDoesNotExceed() {
        DelayHistogram delays = new DelayHistogram();
        for (int ms = 1; ms <= 100; ms++) {
            delays.add(ms * 1_000_000L);
        }

        assertThat(delays.percentileMs(0.5)).isEqualTo(50);
        assertThat(delays.percentileMs(0.99)).isEqualTo(99);
        assertThat(delays.percentileMs(1)).isEqualTo(100);
    }

    @Test
    void shouldRoundUp_soThatNoDelayLooksShorter() {
        DelayHistogram delays = new DelayHistogram();
        delays.add(1_000_001);

        assertThat(delays.percentileMs(0.5)).isEqualTo(2);
    }

    @Test
    void shouldSayNothingOfNone() {
        assertThat(new DelayHistogram().percentileMs(0.5)).isNaN();
    }
}
