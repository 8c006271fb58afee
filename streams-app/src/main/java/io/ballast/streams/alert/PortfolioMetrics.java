/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static io.ballast.streams.alert.MetricList.ANY;

import io.ballast.schema.AssetExposure;
import io.ballast.schema.AssetFeedback;
import io.ballast.schema.DayAttribution;
import io.ballast.schema.FlaggedValue;
import io.ballast.schema.InputAge;
import io.ballast.schema.LimitState;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PortfolioWindow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Metrics of portfolios, with all below them. */
final class PortfolioMetrics {

    private static final double MILLIS = 1000;

    private PortfolioMetrics() {}

    static Stream<Metric> list() {
        MetricList metrics = MetricList.of(Scope.PORTFOLIO);
        addMoney(metrics);
        addWindows(metrics);
        addExposure(metrics);
        addMargins(metrics);
        addDays(metrics);
        addQuality(metrics);
        return metrics.stream();
    }

    private static void addMoney(MetricList metrics) {
        metrics.field(
                        BookMetrics.IL_PCT,
                        Unit.FRACTION,
                        -ANY,
                        ANY,
                        "Impermanent loss since entry, what withdrawals have fixed included, as a part of the HODL value of what is in; negative is a loss.")
                .field("il", Unit.NUMERAIRE, -ANY, ANY, "The same in the numeraire; negative is a loss.")
                .field(BookMetrics.VALUE, Unit.NUMERAIRE, 0, ANY, "Worth of the principal in pools.")
                .field("fees", Unit.NUMERAIRE, 0, ANY, "Fees earned since entry.")
                .field("lvr", Unit.NUMERAIRE, 0, ANY, "Loss versus rebalancing since entry; positive is a loss.")
                .field("markout", Unit.NUMERAIRE, -ANY, ANY, "The same against the market; positive is a loss.")
                .field("hedge_equity", Unit.NUMERAIRE, -ANY, ANY, "Worth of the hedge accounts.")
                .field("share_in_range", Unit.FRACTION, 0, 1, "Part of the value that earns fees.");
    }

    private static void addWindows(MetricList metrics) {
        metrics.add(
                        "rolling_il",
                        Unit.NUMERAIRE,
                        -ANY,
                        ANY,
                        Metric.Parameter.WINDOW,
                        "Impermanent loss over a window; negative is a loss.",
                        (record, seconds) -> ofWindow(record, seconds, PortfolioWindow::getIl))
                .add(
                        "rolling_lvr",
                        Unit.NUMERAIRE,
                        0,
                        ANY,
                        Metric.Parameter.WINDOW,
                        "Loss versus rebalancing over a window; positive is a loss.",
                        (record, seconds) -> ofWindow(record, seconds, PortfolioWindow::getLvr));
    }

    private static void addExposure(MetricList metrics) {
        metrics.add(
                        "net_delta",
                        Unit.COINS,
                        -ANY,
                        ANY,
                        Metric.Parameter.ASSET,
                        "Exposure to an asset, pools and hedges together; negative is short.",
                        (record, asset) -> largest(ofAsset(record, asset), AssetExposure::getNet))
                .add(
                        "gross_delta",
                        Unit.COINS,
                        0,
                        ANY,
                        Metric.Parameter.ASSET,
                        "Sum of the sizes of all single exposures to an asset.",
                        (record, asset) -> largest(ofAsset(record, asset), AssetExposure::getGross))
                .add(
                        "net_delta_value",
                        Unit.NUMERAIRE,
                        0,
                        ANY,
                        Metric.Parameter.ANY_ASSET,
                        "Size of the net exposure, long or short.",
                        (record, asset) -> largestKnown(ofAsset(record, asset)
                                .map(AssetExposure::getNetValue)
                                .toList()))
                .add(
                        "hedge_impact",
                        Unit.FRACTION,
                        0,
                        ANY,
                        Metric.Parameter.ANY_ASSET,
                        "What hedges of an asset have to trade when its price moves by 1 %, as a part of what the hedge market holds within 1 %.",
                        PortfolioMetrics::hedgeImpact)
                .add(
                        "limit_use",
                        Unit.FRACTION,
                        0,
                        ANY,
                        Metric.Parameter.LIMIT,
                        "How much of a limit of the policy is used; beyond 100 % it is breached.",
                        (record, figure) -> largest(
                                limits(record, figure).filter(limit -> limit.getUse() != null), LimitState::getUse))
                .flag("limit_unknown", "The policy limits a figure that is not known.", record -> limits(record, null)
                        .anyMatch(limit -> limit.getUse() == null));
    }

    private static void addMargins(MetricList metrics) {
        metrics.add(
                        "liquidation_distance",
                        Unit.FRACTION,
                        0,
                        ANY,
                        Metric.Parameter.ANY_ASSET,
                        "How far the price of one asset may move alone until an account is liquidated, the nearest of all, as a part of the price.",
                        MarginFigures::liquidationDistance)
                .add(
                        "margin_use",
                        Unit.FRACTION,
                        0,
                        ANY,
                        "Maintenance margin over equity, the greatest of all accounts; 100 % is liquidation.",
                        (record, none) -> MarginFigures.use(record));
    }

    private static void addDays(MetricList metrics) {
        metrics.add(
                        "result_today",
                        Unit.NUMERAIRE,
                        -ANY,
                        ANY,
                        "Result of the present UTC day so far, in attribution_numeraire.",
                        (record, none) -> ofDay(record, 1, DayAttribution::getTotal))
                .add(
                        "carry_last_day",
                        Unit.NUMERAIRE,
                        -ANY,
                        ANY,
                        "Result of the last whole UTC day without what the price did, in attribution_numeraire; negative: holding costs.",
                        (record, none) -> ofDay(record, 2, day -> day.getTotal() - day.getPrice()))
                .add(
                        "funding_last_day",
                        Unit.NUMERAIRE,
                        -ANY,
                        ANY,
                        "Funding of the last whole UTC day, in attribution_numeraire; negative was paid.",
                        (record, none) -> ofDay(record, 2, DayAttribution::getFunding));
    }

    private static void addQuality(MetricList metrics) {
        metrics.add(
                        "unfinalised_share",
                        Unit.FRACTION,
                        0,
                        1,
                        "Part of the value that rests on blocks which may still be dropped.",
                        (record, none) -> RecordFields.ratio(record, "unfinalised_value", BookMetrics.VALUE))
                .add(
                        "flagged_share",
                        Unit.FRACTION,
                        0,
                        1,
                        Metric.Parameter.FLAG,
                        "Part of the value that rests on something that is known against it: on the flag that the rule names, or on the one that concerns most.",
                        PortfolioMetrics::flaggedShare)
                .add(
                        "input_age",
                        Unit.SECONDS,
                        0,
                        ANY,
                        "How old the oldest of anything is that the figures rest on.",
                        (record, none) -> inputAge((PortfolioRisk) record))
                .add(
                        "price_age",
                        Unit.SECONDS,
                        0,
                        ANY,
                        "How much older the oldest reference price used is than the newest of anything in the figures.",
                        (record, none) -> priceAge((PortfolioRisk) record))
                .flag(
                        "price_stale",
                        "A reference price, a mark or a surface is older than the setting allows.",
                        record -> hasOneOf(
                                record,
                                PortfolioFlag.PRICE_STALE,
                                PortfolioFlag.MARK_STALE,
                                PortfolioFlag.OPTION_DELTA_STALE));
    }

    private static Stream<AssetExposure> ofAsset(SpecificRecord record, String asset) {
        return ((PortfolioRisk) record)
                .getAssets().stream()
                        .filter(exposure -> asset == null || exposure.getAsset().equalsIgnoreCase(asset));
    }

    /** Null: of no asset is the depth known. */
    private static Double hedgeImpact(SpecificRecord record, String asset) {
        return ((PortfolioRisk) record)
                .getFeedback().stream()
                        .filter(one -> asset == null || one.getAsset().equalsIgnoreCase(asset))
                        .map(AssetFeedback::getGrossPhi)
                        .filter(Objects::nonNull)
                        .max(Double::compare)
                        .orElse(null);
    }

    private static Stream<LimitState> limits(SpecificRecord record, String figure) {
        return ((PortfolioRisk) record)
                .getLimits().stream()
                        .filter(limit -> figure == null || limit.getFigure().equals(figure));
    }

    /** 0: there is none, so nothing is used or held of it. */
    private static <T> Double largest(Stream<T> of, ToDoubleFunction<T> figure) {
        return of.mapToDouble(figure).max().orElse(0);
    }

    /** Null: one of them is not known. */
    private static Double largestKnown(List<Double> signed) {
        return signed.stream().anyMatch(Objects::isNull)
                ? null
                : Double.valueOf(signed.stream().mapToDouble(Math::abs).max().orElse(0));
    }

    /** @param back  1: the present day; null: it is not among the days, or not whole */
    private static Double ofDay(SpecificRecord record, int back, ToDoubleFunction<DayAttribution> figure) {
        List<DayAttribution> days = ((PortfolioRisk) record).getDays();
        if (days.size() < back || !days.get(days.size() - back).getComplete()) {
            return null;
        }
        return figure.applyAsDouble(days.get(days.size() - back));
    }

    private static Double ofWindow(SpecificRecord record, String seconds, Function<PortfolioWindow, Double> figure) {
        return ((PortfolioRisk) record)
                .getWindows().stream()
                        .filter(window ->
                                Long.toString(window.getWindowSeconds()).equals(seconds))
                        .findFirst()
                        .map(figure)
                        .orElse(null);
    }

    /** Null: the value is not known, or how much of it a flag concerns. */
    private static Double flaggedShare(SpecificRecord record, String flag) {
        PortfolioRisk risk = (PortfolioRisk) record;
        List<FlaggedValue> flagged = risk.getQuality().stream()
                .filter(one -> flag == null || one.getFlag().equals(flag))
                .toList();
        boolean isKnown = risk.getValue() != null && flagged.stream().allMatch(one -> one.getShare() != null);
        return isKnown ? largest(flagged.stream(), FlaggedValue::getShare) : null;
    }

    private static Double inputAge(PortfolioRisk risk) {
        return largest(risk.getInputs().stream(), InputAge::getAgeMs) / MILLIS;
    }

    private static Double priceAge(PortfolioRisk risk) {
        Instant oldest = risk.getPriceTime();
        return oldest == null
                ? null
                : Double.valueOf(Math.max(0, risk.getEventTime().toEpochMilli() - oldest.toEpochMilli()) / MILLIS);
    }

    private static boolean hasOneOf(SpecificRecord record, PortfolioFlag... flags) {
        return Stream.of(flags).anyMatch(((PortfolioRisk) record).getFlags()::contains);
    }
}
