/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static io.ballast.streams.alert.MetricList.ANY;

import io.ballast.schema.MarketFlag;
import io.ballast.schema.MarketPrice;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Metrics of the merged price of a pair. */
final class MarketMetrics {

    private static final double MILLIS = 1000;

    private MarketMetrics() {}

    static Stream<Metric> list() {
        return MetricList.of(Scope.MARKET)
                .field("price", Unit.QUOTE, 0, ANY, "Price of the pair.")
                .add(
                        "regime",
                        Unit.REGIME,
                        1,
                        3,
                        "How unquiet the market is.",
                        (record, none) -> BookMetrics.regime(record, "regime"))
                .field("volatility", Unit.FRACTION, 0, ANY, "Exponentially weighted annual volatility.")
                .flag("jump", "The price has moved as it rarely does.", record -> ((MarketPrice) record).getJump())
                .add(
                        "depegged",
                        Unit.FLAG,
                        0,
                        1,
                        "The base asset, which is taken at par, has lost it.",
                        (record, none) -> depegged((MarketPrice) record))
                .flag("held", "No source can be believed; it is the last good price.", has(MarketFlag.HELD))
                .flag("disputed", "The sources differ by more than they ever should.", has(MarketFlag.DISPUTED))
                .flag("lone_source", "Only one of several sources is left.", has(MarketFlag.LONE_SOURCE))
                .field("sources_used", Unit.COUNT, 0, ANY, "Sources that the price rests on; 0: it is held.")
                .field("dispersion_bps", Unit.BPS, 0, ANY, "Robust standard deviation of the sources used.")
                .field("confidence", Unit.FRACTION, 0, 1, "Part of all sources' votes that stands behind the price.")
                .add(
                        "source_age",
                        Unit.SECONDS,
                        0,
                        ANY,
                        "How old the newest observation is that the price rests on.",
                        (record, none) -> sourceAge((MarketPrice) record))
                .stream();
    }

    private static Predicate<SpecificRecord> has(MarketFlag flag) {
        return record -> ((MarketPrice) record).getFlags().contains(flag);
    }

    /** Null: it is not taken at par. */
    private static Double depegged(MarketPrice price) {
        return price.getDepegged() == null ? null : MetricList.bit(price.getDepegged());
    }

    private static Double sourceAge(MarketPrice price) {
        long ageMs =
                price.getEventTime().toEpochMilli() - price.getObservedTime().toEpochMilli();
        return Math.max(0, ageMs) / MILLIS;
    }
}
