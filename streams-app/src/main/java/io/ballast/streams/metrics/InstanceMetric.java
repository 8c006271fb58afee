/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.metrics;

import io.ballast.monitoring.Metric;
import java.util.List;

/** All that an instance of the topology tells. Counters begin at 0 with the process; what was processed twice counts twice. */
public enum InstanceMetric implements Metric {
    RUNNING("ballast_running", Kind.GAUGE, List.of(), "1: its share is restored and being worked on; else 0."),
    INPUT_LAG(
            "ballast_input_lag_offsets",
            Kind.GAUGE,
            List.of(),
            "Offsets of committed input that no instance has processed: the same at each. Missing while the broker does not tell."),
    RECORDS(
            "ballast_records_total",
            Kind.COUNTER,
            List.of("outcome"),
            "Records of pools, by what became of them: applied, refused, retracted, repeated, too_late, applied_late,"
                    + " nothing_to_retract, rival_block."),
    MARKET_TICKS("ballast_market_ticks_total", Kind.COUNTER, List.of(), "Price ticks of markets."),
    REFERENCE_PRICES(
            "ballast_reference_prices_total",
            Kind.COUNTER,
            List.of(),
            "Reference prices taken in, once for each partition."),
    DEFINITIONS("ballast_pool_definitions_total", Kind.COUNTER, List.of(), "Pool definitions taken in."),
    PUBLISHED(
            "ballast_published_records_total",
            Kind.COUNTER,
            List.of("kind"),
            "Records sent: position, group (pool risk, portfolio parts and risk), recommendation, tombstone."),
    DEAD_LETTERS("ballast_dead_letters_total", Kind.COUNTER, List.of(), "Dead letters sent."),
    GAPS(
            "ballast_sequence_gaps_total",
            Kind.COUNTER,
            List.of(),
            "Gaps in the order of delivery that did not close in time."),
    POOLS("ballast_pools", Kind.GAUGE, List.of(), "Pools with a book in this instance."),
    OPEN_POSITIONS(
            "ballast_open_positions",
            Kind.GAUGE,
            List.of(),
            "Positions in this instance that hold or are owed something."),
    UNSETTLED(
            "ballast_unsettled_records",
            Kind.GAUGE,
            List.of(),
            "Refused records that may yet be accepted, and records held back until those before them come."),
    PENDING(
            "ballast_pending_records",
            Kind.GAUGE,
            List.of(),
            "Records that wait for a pool's definition or a retraction, and hedge events that wait for their instrument."),
    DUE(
            "ballast_publications_due",
            Kind.GAUGE,
            List.of(),
            "Pools, surfaces, strips and scenarios that are due and not published yet."),
    RESTORED(
            "ballast_restored_records_total",
            Kind.COUNTER,
            List.of(),
            "Changelog records read before it could work on its own share."),
    COPIED(
            "ballast_standby_records_total",
            Kind.COUNTER,
            List.of(),
            "Changelog records read for copies of others' stores."),
    COPIES_BEHIND(
            "ballast_standby_behind_offsets",
            Kind.GAUGE,
            List.of(),
            "Offsets that its copies of others' stores are behind, some two for each copy at best."),
    HEAP_USED("ballast_heap_used_bytes", Kind.GAUGE, List.of(), "Heap in use, garbage included."),
    HEAP_MAX(
            "ballast_heap_max_bytes",
            Kind.GAUGE,
            List.of(),
            "The most heap that it may use; missing if there is no bound.");

    private final Terms terms;

    InstanceMetric(String metricName, Kind kind, List<String> labels, String meaning) {
        this.terms = new Terms(metricName, kind, labels, meaning);
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
