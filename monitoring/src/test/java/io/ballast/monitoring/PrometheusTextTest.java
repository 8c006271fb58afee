/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected lines are written from the description of the format, version 0.0.4. */
class PrometheusTextTest {

    @Test
    void aMetricHasItsMeaningItsTypeAndItsValue() {
        assertThat(PrometheusText.of(List.of(Sample.of(TestMetric.HEIGHT, 20_000_000))))
                .isEqualTo(
                        """
                        # HELP height What HEIGHT is.
                        # TYPE height gauge
                        height 20000000
                        """);
    }

    @Test
    void readingsOfAMetricStandTogether() {
        String text = PrometheusText.of(List.of(
                Sample.of(TestMetric.CALLS_TOTAL, 1, "a", "timeout"),
                Sample.of(TestMetric.HEIGHT, 0.5),
                Sample.of(TestMetric.CALLS_TOTAL, 2, "b", "timeout")));

        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "calls_total{endpoint=\"a\",reason=\"timeout\"} 1",
                        "calls_total{endpoint=\"b\",reason=\"timeout\"} 2",
                        "height 0.5");
    }

    @Test
    void quotesBackslashesAndLineEndsInLabelsAreEscaped() {
        assertThat(PrometheusText.of(List.of(Sample.of(TestMetric.CALLS_TOTAL, 1, "a\"b\\c\nd", ""))))
                .contains("{endpoint=\"a\\\"b\\\\c\\nd\",reason=\"\"} 1");
    }

    @Test
    void bucketsOfAHistogramCountAllUpToTheirBound() {
        Histogram histogram = new Histogram(TestMetric.WAIT_SECONDS, List.of(0.5, 2.0));
        histogram.add(Duration.ofMillis(500));
        histogram.add(Duration.ofSeconds(1));
        histogram.add(Duration.ofSeconds(30));

        assertThat(PrometheusText.of(List.of(histogram.spread())))
                .isEqualTo(
                        """
                        # HELP wait_seconds What WAIT_SECONDS is.
                        # TYPE wait_seconds histogram
                        wait_seconds_bucket{le="0.5"} 1
                        wait_seconds_bucket{le="2.0"} 2
                        wait_seconds_bucket{le="+Inf"} 3
                        wait_seconds_sum 31.5
                        wait_seconds_count 3
                        """);
    }

    @Test
    void whatIsNoReadingIsRefused() {
        assertThatThrownBy(() -> Sample.of(TestMetric.CALLS_TOTAL, 1, "a")).hasMessageContaining("[endpoint, reason]");
        assertThatThrownBy(() -> Sample.of(TestMetric.HEIGHT, Double.NaN)).hasMessageContaining("NaN");
    }
}
