/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.schema.AlertSubjectKind;
import io.ballast.schema.BookTotals;
import io.ballast.schemas.catalogue.Topic;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** What a rule is about: the records of one topic. */
public enum Scope {
    POSITION(
            Topic.POSITION_RISK,
            AlertSubjectKind.POSITION,
            List.of("price", "value", "value_usd", "il_pct", "il_usd", "fees_value", "usd_per_token1")),
    POOL(
            Topic.POOL_RISK,
            AlertSubjectKind.POOL,
            List.of("price", "value", "value_usd", "il_pct", "il_usd", "fees_value", "gap_bps", "usd_per_token1")),
    PORTFOLIO(
            Topic.PORTFOLIO_RISK,
            AlertSubjectKind.PORTFOLIO,
            List.of("value", "hodl_value", "il", "il_pct", "fees", "hedge_equity", "hedge_unrealised")),
    SCENARIO(Topic.PORTFOLIO_SCENARIOS, AlertSubjectKind.SCENARIO, List.of("value")),
    HEDGE(Topic.HEDGE_RECOMMENDATIONS, AlertSubjectKind.HEDGE, List.of()),
    STRIP(
            Topic.STRIP_RECOMMENDATIONS,
            AlertSubjectKind.STRIP,
            List.of("forward", "index_price", "atm_volatility", "years_to_expiry", "pin_distance", "worst_residual")),
    MARKET(
            Topic.MARKET_PRICES,
            AlertSubjectKind.MARKET,
            List.of("price", "sources_used", "dispersion_bps", "confidence", "volatility"));

    /** Where records carry them. */
    static final List<String> FLAG_FIELDS = List.of("flags", "part_flags", "surface_flags");

    private static final Map<Topic, Scope> BY_TOPIC =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Scope::topic, Function.identity()));

    private final Topic topic;
    private final AlertSubjectKind kind;
    private final List<String> figures;

    Scope(Topic topic, AlertSubjectKind kind, List<String> figures) {
        this.topic = topic;
        this.kind = kind;
        this.figures = figures;
    }

    /** @throws IllegalStateException if no alerts are of its records */
    static Scope of(Topic topic) {
        Scope scope = BY_TOPIC.get(topic);
        if (scope == null) {
            throw new IllegalStateException("no alerts are of records of " + topic);
        }
        return scope;
    }

    /** The topic whose records are its subjects. */
    public Topic topic() {
        return topic;
    }

    AlertSubjectKind kind() {
        return kind;
    }

    /** Fields that alerts show beside the figure that they are about. */
    List<String> figures() {
        return figures;
    }

    /** As it is written in rules. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean has(String field) {
        return schema().getField(field) != null
                || schema().getField(RecordFields.TOTALS) != null
                        && BookTotals.getClassSchema().getField(field) != null;
    }

    /** What its records may be flagged with; empty: they carry no flags. */
    Set<String> flags() {
        Set<String> flags = new LinkedHashSet<>();
        for (String field : FLAG_FIELDS) {
            if (schema().getField(field) != null) {
                flags.addAll(schema().getField(field).schema().getElementType().getEnumSymbols());
            }
        }
        return flags;
    }

    static Scope[] withFlags() {
        return Arrays.stream(values()).filter(scope -> !scope.flags().isEmpty()).toArray(Scope[]::new);
    }

    private Schema schema() {
        return topic.valueSchema();
    }
}
