/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;

/** A figure that is told again and again. Names and labels are a contract: dashboards and alerts rest on them. */
public interface Metric {

    /** What may be done with the values. */
    enum Kind {
        /** Counts up from the start of the process. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** Counts of what was up to each of some bounds, with sum and count. */
        HISTOGRAM;

        /** As the exposition format writes it. */
        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** In snake case with its unit at the end, and {@code _total} behind it if it counts. */
    String metricName();

    Kind kind();

    /** Names of its labels, in the order in which values are given; each has few values, known from the settings. */
    List<String> labels();

    /** What it means, in a sentence. */
    String meaning();
}
