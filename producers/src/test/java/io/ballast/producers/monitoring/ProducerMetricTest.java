/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.monitoring.BuildMetric;
import io.ballast.monitoring.Metric;
import io.ballast.monitoring.MetricReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProducerMetricTest {

    /** Writes the page instead of checking it. */
    private static final String WRITE = "ballast.docs.write";

    private static final String HEAD =
            """
            # Metrics of producers

            This page is generated from the code; a test holds it current. Where they are served, and what `/health` says:
            [watching producers](../operations/watching-producers.md). A producer tells those of its own kind,
            `ballast_build_info` and `ballast_producer_…`.

            """;

    @Test
    void shouldBeThePageInTheDocumentation() throws IOException {
        Path page = Path.of("..", "docs", "reference", "producer-metrics.md");
        String current = HEAD
                + MetricReference.table(
                        Stream.<Metric>concat(Stream.of(BuildMetric.values()), Stream.of(ProducerMetric.values()))
                                .toList());
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, current);
        }
        assertThat(page)
                .as("docs/reference/producer-metrics.md; renew it by running this test with -D" + WRITE + "=true")
                .hasContent(current);
    }

    @Test
    void namesSayWhatIsCountedAndInWhichUnit() {
        assertThat(ProducerMetric.values()).allSatisfy(metric -> {
            assertThat(metric.metricName()).matches("ballast_[a-z]+(_[a-z]+)+");
            assertThat(metric.metricName().endsWith("_total")).isEqualTo(metric.kind() == Metric.Kind.COUNTER);
            assertThat(metric.meaning()).endsWith(".");
        });
        assertThat(ProducerMetric.values())
                .extracting(ProducerMetric::metricName)
                .doesNotHaveDuplicates();
    }
}
