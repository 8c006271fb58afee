/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static io.ballast.streams.alert.MetricList.ANY;

import io.ballast.schema.RangeAdvice;
import io.ballast.schema.RangeRisk;
import io.ballast.schema.RangeState;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Metrics of where the price is in a position's range. */
final class RangeMetrics {

    /** Those that change exactly where the range does. */
    static final Set<String> OF_STATE = Set.of("out_of_range", "below_range", "above_range");

    private RangeMetrics() {}

    static Stream<Metric> list() {
        MetricList metrics = MetricList.of(Scope.POSITION);
        addStates(metrics);
        addDistances(metrics);
        addOutlook(metrics);
        return metrics.stream();
    }

    private static void addStates(MetricList metrics) {
        addState(
                metrics,
                "out_of_range",
                "The price is below or above the range: no fees.",
                state -> state == RangeState.BELOW || state == RangeState.ABOVE);
        addState(
                metrics,
                "below_range",
                "The price is below the range: all token0. A range order that buys token0 is filled.",
                state -> state == RangeState.BELOW);
        addState(
                metrics,
                "above_range",
                "The price is above the range: all token1. A range order that sells token0 is filled.",
                state -> state == RangeState.ABOVE);
    }

    private static void addDistances(MetricList metrics) {
        metrics.add(
                        "distance_to_lower",
                        Unit.FRACTION,
                        -1,
                        ANY,
                        "Price over that of the lower end, less 1; negative: below it.",
                        (record, none) -> of(record, RangeRisk::getLowerDistance))
                .add(
                        "distance_to_upper",
                        Unit.FRACTION,
                        -1,
                        ANY,
                        "Price of the upper end over the price, less 1; negative: above it.",
                        (record, none) -> of(record, RangeRisk::getUpperDistance))
                .add(
                        "distance_to_bound",
                        Unit.FRACTION,
                        -1,
                        ANY,
                        "The smaller of the two; negative: out of range.",
                        (record, none) ->
                                of(record, range -> Math.min(range.getLowerDistance(), range.getUpperDistance())))
                .add(
                        "token1_share",
                        Unit.FRACTION,
                        0,
                        1,
                        "Part of the value that is in token1: how far a range order that sells token0 is filled.",
                        (record, none) -> RecordFields.ratio(record, "delta1", BookMetrics.VALUE));
    }

    private static void addOutlook(MetricList metrics) {
        metrics.add(
                        "sigmas_to_bound",
                        Unit.SIGMAS,
                        -ANY,
                        ANY,
                        "Distance to the nearer end in standard deviations of the horizon; negative: out of range.",
                        (record, none) -> of(record, RangeMetrics::sigmas))
                .add(
                        "leave_probability",
                        Unit.FRACTION,
                        0,
                        1,
                        "That the price touches an end of the range within the horizon.",
                        (record, none) -> of(record, RangeRisk::getLeaveProbability))
                .add(
                        "time_in_range",
                        Unit.FRACTION,
                        0,
                        1,
                        "Part of the time for which liquidity was held that it was in range.",
                        (record, none) -> of(record, RangeMetrics::timeInRange))
                .add(
                        "order_filled",
                        Unit.FRACTION,
                        0,
                        1,
                        "Part of a range order's token that is changed.",
                        (record, none) -> of(record, RangeRisk::getOrderFilled))
                .add(
                        "re_range_advised",
                        Unit.FLAG,
                        0,
                        1,
                        "The position has been out of range for long, and the cost of a new range is earned back soon enough.",
                        (record, none) ->
                                of(record, range -> MetricList.bit(range.getAdvice() == RangeAdvice.RE_RANGE)));
    }

    private static void addState(MetricList metrics, String name, String meaning, Predicate<RangeState> states) {
        metrics.add(name, Unit.FLAG, 0, 1, meaning, (record, none) -> {
            RangeState state = (RangeState) RecordFields.get(record, "range_state");
            return state == RangeState.UNKNOWN ? null : MetricList.bit(states.test(state));
        });
    }

    /** Null: the position has no range, or nothing in it. */
    private static Double of(SpecificRecord record, Function<RangeRisk, Double> figure) {
        RangeRisk range = (RangeRisk) RecordFields.get(record, "range");
        return range == null ? null : figure.apply(range);
    }

    private static Double sigmas(RangeRisk range) {
        return range.getLowerSigmas() == null || range.getUpperSigmas() == null
                ? null
                : Double.valueOf(Math.min(range.getLowerSigmas(), range.getUpperSigmas()));
    }

    private static Double timeInRange(RangeRisk range) {
        return range.getHeldMs() == null || range.getInRangeMs() == null || range.getHeldMs() == 0
                ? null
                : Double.valueOf((double) range.getInRangeMs() / range.getHeldMs());
    }
}
