/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static io.ballast.streams.alert.MetricList.ANY;

import io.ballast.schema.StripExpiryState;
import io.ballast.schema.StripRecommendation;
import java.util.stream.Stream;

/** Metrics of recommended strips of options. */
final class StripMetrics {

    private static final double SECONDS_PER_YEAR = 365.0 * 86_400;

    private StripMetrics() {}

    static Stream<Metric> list() {
        return MetricList.of(Scope.STRIP)
                .flag(
                        "roll_due",
                        "The strip's expiry is so near that it is due to be rolled to a later one.",
                        record -> ((StripRecommendation) record).getExpiryState() == StripExpiryState.ROLL)
                .flag(
                        "pinned",
                        "The price is at a strike in the last hours: do not hedge the strip's delta.",
                        record -> ((StripRecommendation) record).getExpiryState() == StripExpiryState.PIN)
                .add(
                        "pin_distance",
                        Unit.SIGMAS,
                        0,
                        ANY,
                        "How far the forward is from the nearest strike, in standard deviations until expiry.",
                        (record, none) -> pinDistance((StripRecommendation) record))
                .add(
                        "time_to_expiry",
                        Unit.SECONDS,
                        0,
                        ANY,
                        "Time until the options are settled.",
                        (record, none) -> ((StripRecommendation) record).getYearsToExpiry() * SECONDS_PER_YEAR)
                .field(
                        "worst_residual",
                        Unit.USD,
                        0,
                        ANY,
                        "Greatest loss that the strip does not pay, over all prices.")
                .field("premium_now", Unit.USD, -ANY, ANY, "What the options cost now; negative: received.")
                .stream();
    }

    /** Infinite: the strip has no options. */
    private static Double pinDistance(StripRecommendation strip) {
        return strip.getPinDistance() == null ? Double.POSITIVE_INFINITY : strip.getPinDistance();
    }
}
