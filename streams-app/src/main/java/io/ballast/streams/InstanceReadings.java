/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import io.ballast.monitoring.Reading;
import io.ballast.monitoring.Sample;
import io.ballast.risk.book.Timeline;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.metrics.InstanceMetric;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Puts what is known of an instance into its metrics; what is not known is left out. */
final class InstanceReadings {

    private final List<Reading> readings = new ArrayList<>();

    private InstanceReadings() {}

    /**
     * @param running  whether its share is being worked on
     * @param lag  see {@link InputLag}; empty: not known
     */
    static List<Reading> of(
            BookCounters counters, Restoration restoration, boolean running, OptionalLong lag, MemoryUsage heap) {
        InstanceReadings all = new InstanceReadings();
        all.add(InstanceMetric.RUNNING, running ? 1 : 0);
        lag.ifPresent(offsets -> all.add(InstanceMetric.INPUT_LAG, offsets));
        all.addDone(counters);
        all.addHeld(counters);
        all.add(InstanceMetric.RESTORED, restoration.restored());
        all.add(InstanceMetric.COPIED, restoration.copied());
        all.add(InstanceMetric.COPIES_BEHIND, restoration.copiesBehind());
        all.add(InstanceMetric.HEAP_USED, heap.getUsed());
        if (heap.getMax() >= 0) {
            all.add(InstanceMetric.HEAP_MAX, heap.getMax());
        }
        return all.readings;
    }

    private void addDone(BookCounters counters) {
        for (Timeline.Outcome outcome : Timeline.Outcome.values()) {
            add(
                    InstanceMetric.RECORDS,
                    counters.outcomes(outcome),
                    outcome.name().toLowerCase(Locale.ROOT));
        }
        add(InstanceMetric.MARKET_TICKS, counters.marketTicks());
        add(InstanceMetric.REFERENCE_PRICES, counters.referencePrices());
        add(InstanceMetric.DEFINITIONS, counters.definitions());
        add(InstanceMetric.PUBLISHED, counters.publishedRisk(), "position");
        add(InstanceMetric.PUBLISHED, counters.publishedGroups(), "group");
        add(InstanceMetric.PUBLISHED, counters.recommendations(), "recommendation");
        add(InstanceMetric.PUBLISHED, counters.tombstones(), "tombstone");
        add(InstanceMetric.DEAD_LETTERS, counters.deadLetters());
        add(InstanceMetric.GAPS, counters.gaps());
    }

    private void addHeld(BookCounters counters) {
        add(InstanceMetric.POOLS, counters.pools());
        add(InstanceMetric.OPEN_POSITIONS, counters.openPositions());
        add(InstanceMetric.UNSETTLED, counters.unsettled());
        add(InstanceMetric.PENDING, counters.pending());
        add(InstanceMetric.DUE, counters.due());
    }

    private void add(InstanceMetric metric, double value, String... labelValues) {
        readings.add(Sample.of(metric, value, labelValues));
    }
}
