/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;

/** Metrics of tests. */
enum TestMetric implements Metric {
    HEIGHT(Kind.GAUGE, List.of()),
    CALLS_TOTAL(Kind.COUNTER, List.of("endpoint", "reason")),
    WAIT_SECONDS(Kind.HISTOGRAM, List.of());

    private final Kind kind;
    private final List<String> labels;

    TestMetric(Kind kind, List<String> labels) {
        this.kind = kind;
        this.labels = labels;
    }

    @Override
    public String metricName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public String meaning() {
        return "What " + name() + " is.";
    }
}
