/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static io.ballast.streams.alert.MetricList.ANY;

import io.ballast.schema.MarketRegime;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RiskReason;
import io.ballast.schema.WindowLoss;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Metrics of positions and of pools. */
final class BookMetrics {

    static final String IL_PCT = "il_pct";
    static final String VALUE = "value";

    private static final double MILLIS = 1000;

    private BookMetrics() {}

    static Stream<Metric> list() {
        MetricList both = MetricList.of(Scope.POSITION, Scope.POOL);
        addLosses(both);
        addAmounts(both);
        addQuality(both);
        MetricList pools = MetricList.of(Scope.POOL);
        addOfPools(pools);
        return Stream.of(both, pools).flatMap(MetricList::stream);
    }

    private static void addLosses(MetricList metrics) {
        metrics.field(
                        IL_PCT,
                        Unit.FRACTION,
                        -1,
                        0,
                        "Impermanent loss of what is in, as a part of its HODL value; negative is a loss.")
                .field("il", Unit.TOKEN1, -ANY, 0, "The same in token1; negative is a loss.")
                .field("il_usd", Unit.USD, -ANY, 0, "The same in USD; negative is a loss.")
                .field(
                        "realised_il_usd",
                        Unit.USD,
                        -ANY,
                        ANY,
                        "Impermanent loss fixed by withdrawals; negative is a loss.")
                .add(
                        "rolling_il",
                        Unit.TOKEN1,
                        -ANY,
                        ANY,
                        Metric.Parameter.WINDOW,
                        "Impermanent loss over a window; negative is a loss.",
                        (record, seconds) -> ofWindow(record, seconds, "il"))
                .add(
                        "rolling_il_usd",
                        Unit.USD,
                        -ANY,
                        ANY,
                        Metric.Parameter.WINDOW,
                        "Impermanent loss over a window at today's price of token1; negative is a loss.",
                        (record, seconds) ->
                                times(ofWindow(record, seconds, "il"), RecordFields.number(record, "usd_per_token1")))
                .add(
                        "rolling_lvr",
                        Unit.TOKEN1,
                        0,
                        ANY,
                        Metric.Parameter.WINDOW,
                        "Loss versus rebalancing over a window; positive is a loss.",
                        (record, seconds) -> ofWindow(record, seconds, "lvr"))
                .add(
                        "rolling_lvr_usd",
                        Unit.USD,
                        0,
                        ANY,
                        Metric.Parameter.WINDOW,
                        "The same in USD; positive is a loss.",
                        (record, seconds) -> ofWindow(record, seconds, "lvr_usd"))
                .field("lvr", Unit.TOKEN1, 0, ANY, "Loss versus rebalancing since entry; positive is a loss.")
                .field("lvr_usd", Unit.USD, 0, ANY, "The same in USD; positive is a loss.")
                .field(
                        "markout_usd",
                        Unit.USD,
                        -ANY,
                        ANY,
                        "Loss against the market price after each trade; positive is a loss.");
    }

    private static void addAmounts(MetricList metrics) {
        metrics.field(VALUE, Unit.TOKEN1, 0, ANY, "Worth of the principal.")
                .field("value_usd", Unit.USD, 0, ANY, "Worth of the principal in USD.")
                .field("fees_value", Unit.TOKEN1, 0, ANY, "Fees earned since entry.")
                .field("delta0", Unit.TOKEN0, 0, ANY, "Token0 in the principal.")
                .field("delta1", Unit.TOKEN1, 0, ANY, "Token1 in the principal.")
                .field("price", Unit.PRICE, 0, ANY, "Price of the pool.");
    }

    private static void addQuality(MetricList metrics) {
        metrics.add(
                        "usd_price_age",
                        Unit.SECONDS,
                        0,
                        ANY,
                        "How old the USD price is that the figures rest on.",
                        (record, none) -> per(RecordFields.number(record, "usd_price_age_ms"), MILLIS))
                .flag(
                        "depegged",
                        "A stable asset that USD figures take at par has lost it.",
                        has(QualityFlag.USD_DEPEGGED))
                .flag("price_stale", "The USD price is older than the setting allows.", has(QualityFlag.USD_STALE))
                .flag(
                        "price_uncertain",
                        "The sources of the USD price disagree, or are down to one.",
                        has(QualityFlag.USD_UNCERTAIN))
                .flag("paused", "The pool, its vault or a position manager of it is paused.", has(QualityFlag.PAUSED))
                .flag(
                        "retracted",
                        "A reorganisation took back what had been published.",
                        record -> RecordFields.get(record, "reason") == RiskReason.RETRACTION);
    }

    private static void addOfPools(MetricList metrics) {
        metrics.field("positions", Unit.COUNT, 0, ANY, "Open positions.")
                .field(
                        "gap_bps",
                        Unit.BPS,
                        -10_000,
                        ANY,
                        "Pool's price against the market's; positive: the pool is above.")
                .field(
                        "gap_beyond_fee_bps",
                        Unit.BPS,
                        0,
                        ANY,
                        "What an arbitrageur gains against the pool after its fee.")
                .field(
                        "arbitrage_profit",
                        Unit.TOKEN1,
                        0,
                        ANY,
                        "What an arbitrageur would gain by closing the gap, gas not counted.")
                .field("arbitrage_profit_usd", Unit.USD, 0, ANY, "The same in USD.")
                .add(
                        "market_regime",
                        Unit.REGIME,
                        1,
                        3,
                        "How unquiet the markets of the tokens are.",
                        (record, none) -> regime(record, "market_regime"))
                .add(
                        "liquidity",
                        Unit.RAW,
                        0,
                        ANY,
                        "Liquidity in range; LP tokens in being in pools of shares.",
                        (record, none) -> liquidity(record))
                .add(
                        "liquidity_drop",
                        Unit.FRACTION,
                        0,
                        1,
                        Metric.Parameter.REFERENCE,
                        "How far the same is below its greatest within a window, any length.",
                        (record, window) -> liquidity(record));
    }

    private static Predicate<SpecificRecord> has(QualityFlag flag) {
        return record -> RecordFields.flags(record).contains(flag.name());
    }

    private static Double ofWindow(SpecificRecord record, String seconds, String field) {
        for (WindowLoss window : RecordFields.list(record, "windows", WindowLoss.class)) {
            if (Long.toString(window.getWindowSeconds()).equals(seconds)) {
                return RecordFields.number(window, field);
            }
        }
        return null;
    }

    /** Null: not known. */
    static Double regime(SpecificRecord record, String field) {
        MarketRegime regime = (MarketRegime) RecordFields.get(record, field);
        return regime == MarketRegime.UNKNOWN
                ? null
                : Unit.REGIME.parse(regime.name()).orElse(null);
    }

    private static Double liquidity(SpecificRecord record) {
        String raw = RecordFields.text(record, "liquidity_raw");
        return raw == null ? null : Double.valueOf(raw);
    }

    private static Double per(Double number, double divisor) {
        return number == null ? null : Double.valueOf(number / divisor);
    }

    private static Double times(Double one, Double other) {
        return one == null || other == null ? null : Double.valueOf(one * other);
    }
}
