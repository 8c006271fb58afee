/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;

/**
 * How the values of a histogram are spread.
 *
 * @param bounds  ascending, in the metric's unit
 * @param counts  of values at most each bound and above the one before; the last: above all
 * @param sum  of all values
 */
public record Spread(Metric metric, List<Double> bounds, List<Long> counts, double sum) implements Reading {

    public Spread {
        bounds = List.copyOf(bounds);
        counts = List.copyOf(counts);
        if (counts.size() != bounds.size() + 1) {
            throw new IllegalArgumentException(counts.size() + " counts for " + bounds.size() + " bounds");
        }
    }
}
