/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.monitoring.PrometheusText;
import io.ballast.monitoring.Reading;
import io.ballast.risk.book.Timeline;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.metrics.InstanceMetric;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class InstanceReadingsTest {

    private static final MemoryUsage HEAP = new MemoryUsage(0, 300, 400, 500);
    private static final MemoryUsage BOUNDLESS_HEAP = new MemoryUsage(0, 300, 400, -1);

    private final BookCounters counters = new BookCounters();

    @Test
    void shouldTellEveryMetric() {
        assertThat(readings(OptionalLong.of(7), HEAP))
                .extracting(Reading::metric)
                .contains(InstanceMetric.values());
    }

    @Test
    void shouldTellWhatBecameOfRecords() {
        counters.outcome(Timeline.Outcome.TOO_LATE);
        counters.outcome(Timeline.Outcome.APPLIED);
        counters.outcome(Timeline.Outcome.APPLIED);
        counters.published();
        counters.deadLetter();

        assertThat(PrometheusText.of(readings(OptionalLong.of(7), HEAP)))
                .contains("\nballast_records_total{outcome=\"applied\"} 2\n")
                .contains("\nballast_records_total{outcome=\"too_late\"} 1\n")
                .contains("\nballast_published_records_total{kind=\"position\"} 1\n")
                .contains("\nballast_dead_letters_total 1\n")
                .contains("\nballast_input_lag_offsets 7\n");
    }

    @Test
    void shouldLeaveOutWhatIsNotKnown() {
        assertThat(readings(OptionalLong.empty(), BOUNDLESS_HEAP))
                .extracting(Reading::metric)
                .doesNotContain(InstanceMetric.INPUT_LAG, InstanceMetric.HEAP_MAX)
                .contains(InstanceMetric.HEAP_USED);
    }

    private List<Reading> readings(OptionalLong lag, MemoryUsage heap) {
        return InstanceReadings.of(counters, new Restoration(), true, lag, heap);
    }
}
