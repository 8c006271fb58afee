/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;

/**
 * What a metric is now.
 *
 * @param labelValues  one for each of the metric's labels
 * @param value  never NaN: what is not known is not told
 */
public record Sample(Metric metric, List<String> labelValues, double value) implements Reading {

    public Sample {
        labelValues = List.copyOf(labelValues);
        if (labelValues.size() != metric.labels().size()) {
            throw new IllegalArgumentException(
                    metric.metricName() + " has labels " + metric.labels() + ", not values " + labelValues);
        }
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(metric.metricName() + " is NaN");
        }
    }

    /** With its label's values behind it. */
    public static Sample of(Metric metric, double value, String... labelValues) {
        return new Sample(metric, List.of(labelValues), value);
    }
}
