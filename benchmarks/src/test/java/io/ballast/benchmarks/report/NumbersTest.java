/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void shouldTakeTheMiddle() {
        assertThat(Numbers.median(List.of(5.0, 1.0, 3.0))).isEqualTo(3);
        assertThat(Numbers.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
    }

    @Test
    void shouldTellTheSpreadAsAPartOfTheMedian() {
        assertThat(Numbers.spread(List.of(90.0, 100.0, 120.0))).isEqualTo(0.3);
    }

    @Test
    void shouldTakePercentilesByRank() {
        long[] hundred = LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray();

        assertThat(Numbers.percentile(hundred, 0.5)).isEqualTo(50);
        assertThat(Numbers.percentile(hundred, 0.99)).isEqualTo(99);
        assertThat(Numbers.percentile(hundred, 0.999)).isEqualTo(100);
        assertThat(Numbers.percentile(hundred, 1)).isEqualTo(100);
    }
}
