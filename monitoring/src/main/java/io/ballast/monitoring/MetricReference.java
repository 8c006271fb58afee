/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;
import java.util.Locale;

/** Writes the reference table of metrics, in Markdown. */
public final class MetricReference {

    private static final String HEAD = "| metric | type | labels | meaning |\n|---|---|---|---|\n";

    private MetricReference() {}

    /** In the order given. */
    public static String table(List<? extends Metric> metrics) {
        StringBuilder table = new StringBuilder(HEAD);
        metrics.forEach(metric -> table.append(row(metric)));
        return table.toString();
    }

    private static String row(Metric metric) {
        String labels = metric.labels().isEmpty() ? "" : "`" + String.join("`, `", metric.labels()) + "`";
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s |\n",
                metric.metricName(),
                metric.kind().label(),
                labels,
                metric.meaning());
    }
}
