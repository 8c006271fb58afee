/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;

/** What every process tells, whatever it does. */
public enum BuildMetric implements Metric {
    BUILD_INFO(
            "ballast_build_info",
            Kind.GAUGE,
            List.of("version", "revision"),
            "1; its labels say which build this process is. Revision: `unknown` if it was built outside a repository.");

    private final Terms terms;

    BuildMetric(String metricName, Kind kind, List<String> labels, String meaning) {
        terms = new Terms(metricName, kind, labels, meaning);
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
