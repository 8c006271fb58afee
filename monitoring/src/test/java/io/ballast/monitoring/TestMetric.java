/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;
import java.util.Locale;

/** Metrics of tests. */
enum TestMetric implements Metric {
    HEIGHT(Kind.GAUGE, List.of()),
    CALLS_TOTAL(Kind.COUNTER, List.of("endpoint", "reason")),
    WAIT_SECONDS(Kind.HISTOGRAM, List.of());

    private final Terms terms;

    TestMetric(Kind kind, List<String> labels) {
        this.terms = new Terms(name().toLowerCase(Locale.ROOT), kind, labels, "What " + name() + " is.");
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
