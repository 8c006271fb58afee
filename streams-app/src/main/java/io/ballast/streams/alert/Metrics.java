/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.Comparison;
import io.ballast.schema.MarketRegime;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import io.ballast.schema.WindowLoss;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** The catalogue of metrics: the one place where they stand. */
final class Metrics {

    /** Event time since the subject was seen last: the one metric that needs no record to change. */
    static final String STALE = "stale";

    static final String IL_PCT = "il_pct";
    static final String VALUE = "value";
    static final Set<String> OF_RANGE = Set.of("out_of_range", "below_range", "above_range");

    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final double MILLIS = 1000;
    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);
    private static final Set<Scope> POSITION = EnumSet.of(Scope.POSITION);
    private static final Map<String, Metric> BY_NAME = new LinkedHashMap<>();

    static {
        field(
                IL_PCT,
                Unit.FRACTION,
                -1,
                0,
                "Impermanent loss of what is in, as a part of its HODL value; negative is a loss.");
        field("il", Unit.TOKEN1, -ANY, 0, "The same in token1; negative is a loss.");
        field("il_usd", Unit.USD, -ANY, 0, "The same in USD; negative is a loss.");
        field("realised_il_usd", Unit.USD, -ANY, ANY, "Impermanent loss fixed by withdrawals; negative is a loss.");
        window("rolling_il", Unit.TOKEN1, -ANY, ANY, "il", "Impermanent loss over a window; negative is a loss.");
        windowUsd("rolling_il_usd", "Impermanent loss over a window at today's price of token1; negative is a loss.");
        window("rolling_lvr", Unit.TOKEN1, 0, ANY, "lvr", "Loss versus rebalancing over a window; positive is a loss.");
        window("rolling_lvr_usd", Unit.USD, 0, ANY, "lvr_usd", "The same in USD; positive is a loss.");
        field("lvr", Unit.TOKEN1, 0, ANY, "Loss versus rebalancing since entry; positive is a loss.");
        field("lvr_usd", Unit.USD, 0, ANY, "The same in USD; positive is a loss.");
        field(
                "markout_usd",
                Unit.USD,
                -ANY,
                ANY,
                "Loss against the market price after each trade; positive is a loss.");
        field(VALUE, Unit.TOKEN1, 0, ANY, "Worth of the principal.");
        field("value_usd", Unit.USD, 0, ANY, "Worth of the principal in USD.");
        field("fees_value", Unit.TOKEN1, 0, ANY, "Fees earned since entry.");
        field("delta0", Unit.TOKEN0, 0, ANY, "Token0 in the principal.");
        field("delta1", Unit.TOKEN1, 0, ANY, "Token1 in the principal.");
        field("price", Unit.PRICE, 0, ANY, "Price of the pool.");
        field("positions", Unit.COUNT, 0, ANY, "Open positions.");
        field("gap_bps", Unit.BPS, -10_000, ANY, "Pool's price against the market's; positive: the pool is above.");
        field("gap_beyond_fee_bps", Unit.BPS, 0, ANY, "What an arbitrageur gains against the pool after its fee.");
        add(
                "market_regime",
                Unit.REGIME,
                1,
                3,
                EnumSet.of(Scope.POOL),
                "How unquiet the markets of the tokens are.",
                Metrics::regime);
        add(
                "liquidity",
                Unit.RAW,
                0,
                ANY,
                EnumSet.of(Scope.POOL),
                "Liquidity in range; LP tokens in being in pools of shares.",
                (record, none) -> raw(RecordFields.text(record, "liquidity_raw")));
        flag(
                "out_of_range",
                "The price is below or above the range: no fees.",
                state -> state == RangeState.BELOW || state == RangeState.ABOVE);
        flag(
                "below_range",
                "The price is below the range: all token0. A range order that buys token0 is filled.",
                state -> state == RangeState.BELOW);
        flag(
                "above_range",
                "The price is above the range: all token1. A range order that sells token0 is filled.",
                state -> state == RangeState.ABOVE);
        add(
                "distance_to_lower",
                Unit.FRACTION,
                -1,
                ANY,
                POSITION,
                "Price over that of the lower end, less 1; negative: below it.",
                (record, none) -> RangeDistance.toLower(record));
        add(
                "distance_to_upper",
                Unit.FRACTION,
                -1,
                ANY,
                POSITION,
                "Price of the upper end over the price, less 1; negative: above it.",
                (record, none) -> RangeDistance.toUpper(record));
        add(
                "distance_to_bound",
                Unit.FRACTION,
                -1,
                ANY,
                POSITION,
                "The smaller of the two; negative: out of range.",
                (record, none) -> RangeDistance.toNearest(record));
        add(
                "token1_share",
                Unit.FRACTION,
                0,
                1,
                POSITION,
                "Part of the value that is in token1: how far a range order that sells token0 is filled.",
                Metrics::token1Share);
        add(
                STALE,
                Unit.SECONDS,
                0,
                ANY,
                ALL,
                "Event time since anything was published of it, while other records of its partition come.",
                (record, none) -> 0.0);
        add(
                "usd_price_age",
                Unit.SECONDS,
                0,
                ANY,
                ALL,
                "How old the USD price is that the figures rest on.",
                (record, none) -> per(RecordFields.number(record, "usd_price_age_ms"), MILLIS));
        quality("depegged", QualityFlag.USD_DEPEGGED, "A stable asset that USD figures take at par has lost it.");
        quality("price_stale", QualityFlag.USD_STALE, "The USD price is older than the setting allows.");
        quality(
                "price_uncertain",
                QualityFlag.USD_UNCERTAIN,
                "The sources of the USD price disagree, or are down to one.");
        put(new Metric(
                "flagged",
                Unit.FLAG,
                "The figures carry a quality flag: the one that the rule names, or any.",
                0,
                1,
                ALL,
                Metric.Parameter.QUALITY_FLAG,
                Metrics::flagged));
        add(
                "retracted",
                Unit.FLAG,
                0,
                1,
                ALL,
                "A reorganisation took back what had been published.",
                (record, none) -> bit(RecordFields.get(record, "reason") == RiskReason.RETRACTION));
    }

    private Metrics() {}

    static Optional<Metric> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    static Collection<Metric> all() {
        return BY_NAME.values();
    }

    /** Whether a figure can be on either side of a threshold. */
    static boolean isPossible(Metric metric, Comparison comparison, double threshold) {
        boolean never =
                switch (comparison) {
                    case ABOVE -> threshold >= metric.greatest();
                    case AT_LEAST -> threshold > metric.greatest();
                    case BELOW -> threshold <= metric.least();
                    case AT_MOST -> threshold < metric.least();
                };
        boolean always =
                switch (comparison) {
                    case ABOVE -> threshold < metric.least();
                    case AT_LEAST -> threshold <= metric.least();
                    case BELOW -> threshold > metric.greatest();
                    case AT_MOST -> threshold >= metric.greatest();
                };
        return !never && !always;
    }

    private static void put(Metric metric) {
        BY_NAME.put(metric.name(), metric);
    }

    private static void add(
            String name,
            Unit unit,
            double least,
            double greatest,
            Set<Scope> scopes,
            String meaning,
            Metric.Reader reader) {
        put(new Metric(name, unit, meaning, least, greatest, scopes, Metric.Parameter.NONE, reader));
    }

    /** Of whatever has a field of that name. */
    private static void field(String name, Unit unit, double least, double greatest, String meaning) {
        Set<Scope> scopes = Arrays.stream(Scope.values())
                .filter(scope -> scope.has(name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        add(name, unit, least, greatest, scopes, meaning, (record, none) -> RecordFields.number(record, name));
    }

    private static Set<Scope> haveWindows() {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.has("windows"))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static void window(String name, Unit unit, double least, double greatest, String field, String meaning) {
        put(new Metric(
                name,
                unit,
                meaning,
                least,
                greatest,
                haveWindows(),
                Metric.Parameter.WINDOW,
                (record, seconds) -> ofWindow(record, seconds, field)));
    }

    private static void windowUsd(String name, String meaning) {
        put(new Metric(
                name,
                Unit.USD,
                meaning,
                -ANY,
                ANY,
                haveWindows(),
                Metric.Parameter.WINDOW,
                (record, seconds) ->
                        times(ofWindow(record, seconds, "il"), RecordFields.number(record, "usd_per_token1"))));
    }

    private static Double ofWindow(SpecificRecord record, String seconds, String field) {
        for (Object window : (List<?>) RecordFields.get(record, "windows")) {
            WindowLoss loss = (WindowLoss) window;
            if (Long.toString(loss.getWindowSeconds()).equals(seconds)) {
                return RecordFields.number(loss, field);
            }
        }
        return null;
    }

    private static void flag(String name, String meaning, java.util.function.Predicate<RangeState> states) {
        add(name, Unit.FLAG, 0, 1, POSITION, meaning, (record, none) -> {
            RangeState state = (RangeState) RecordFields.get(record, "range_state");
            return state == RangeState.UNKNOWN ? null : bit(states.test(state));
        });
    }

    private static void quality(String name, QualityFlag flag, String meaning) {
        add(name, Unit.FLAG, 0, 1, ALL, meaning, (record, none) -> flagged(record, flag.name()));
    }

    private static Double flagged(SpecificRecord record, String flag) {
        List<?> flags = (List<?>) RecordFields.get(record, "flags");
        return bit(flag == null ? !flags.isEmpty() : flags.contains(QualityFlag.valueOf(flag)));
    }

    private static Double regime(SpecificRecord record, String none) {
        MarketRegime regime = (MarketRegime) RecordFields.get(record, "market_regime");
        return regime == MarketRegime.UNKNOWN
                ? null
                : Unit.REGIME.parse(regime.name()).orElse(null);
    }

    private static Double token1Share(SpecificRecord record, String none) {
        Double value = RecordFields.number(record, VALUE);
        Double token1 = RecordFields.number(record, "delta1");
        return value == null || token1 == null || value == 0 ? null : Double.valueOf(token1 / value);
    }

    private static Double raw(String integer) {
        return integer == null ? null : Double.valueOf(integer);
    }

    private static Double per(Double number, double divisor) {
        return number == null ? null : Double.valueOf(number / divisor);
    }

    private static Double times(Double one, Double other) {
        return one == null || other == null ? null : Double.valueOf(one * other);
    }

    private static Double bit(boolean yes) {
        return yes ? 1.0 : 0.0;
    }
}
