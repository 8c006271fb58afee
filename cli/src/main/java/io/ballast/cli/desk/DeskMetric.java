/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.desk;

import io.ballast.monitoring.Metric;
import java.util.List;

/** All that a desk tells of itself. */
public enum DeskMetric implements Metric {
    CAUGHT_UP("ballast_desk_caught_up", "1: all that was there when it started has been read; else 0."),
    BROKER_ANSWERS("ballast_desk_broker_answers", "1: the broker answers; 0: figures stay as they are until it does.");

    private final Terms terms;

    DeskMetric(String metricName, String meaning) {
        terms = new Terms(metricName, Kind.GAUGE, List.of(), meaning);
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
