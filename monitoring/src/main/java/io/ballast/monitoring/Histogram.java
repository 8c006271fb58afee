/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts durations by how long they are, in seconds. Thread-safe. */
public final class Histogram {

    private static final double NANOS_PER_S = 1e9;

    private final Metric metric;
    private final List<Double> boundsS;
    private final long[] counts;
    private double sumS;

    /** @param boundsS  ascending, seconds */
    public Histogram(Metric metric, List<Double> boundsS) {
        this.metric = metric;
        this.boundsS = List.copyOf(boundsS);
        this.counts = new long[boundsS.size() + 1];
    }

    /** One more. */
    public synchronized void add(Duration duration) {
        double seconds = duration.toNanos() / NANOS_PER_S;
        int place = 0;
        while (place < boundsS.size() && seconds > boundsS.get(place)) {
            place++;
        }
        counts[place]++;
        sumS += seconds;
    }

    /** What came so far. */
    public synchronized Spread spread() {
        List<Long> copy = new ArrayList<>();
        for (long count : counts) {
            copy.add(count);
        }
        return new Spread(metric, boundsS, copy, sumS);
    }
}
