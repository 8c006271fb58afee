/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;
import java.util.Locale;

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
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All that is said of a metric.
     *
     * @param metricName  in snake case with its unit at the end, and {@code _total} behind it if it counts
     * @param labels  names of its labels, in the order in which values are given; each has few values, known from the settings
     * @param meaning  what it means, in a sentence
     */
    record Terms(String metricName, Kind kind, List<String> labels, String meaning) {

        public Terms {
            labels = List.copyOf(labels);
        }
    }

    Terms terms();

    default String metricName() {
        return terms().metricName();
    }

    default Kind kind() {
        return terms().kind();
    }

    default List<String> labels() {
        return terms().labels();
    }

    default String meaning() {
        return terms().meaning();
    }
}
