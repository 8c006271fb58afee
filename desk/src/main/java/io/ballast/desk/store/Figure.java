/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionRisk;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Figures of a position by which a book can be sorted, filtered and summed; each is a column in memory. A figure that is not known
 * is NaN here, null in JSON and empty in CSV, and comes last in any order.
 */
public enum Figure {
    VALUE_USD("USD", "worth of the principal", optional(PositionRisk::getValueUsd)),
    HODL_VALUE_USD("USD", "worth now of what was put in", optional(PositionRisk::getHodlValueUsd)),
    IL_USD("USD", "impermanent loss of what is still in; negative is a loss", optional(PositionRisk::getIlUsd)),
    IL_PCT("fraction", "il / hodl_value: -0.02 is a loss of 2 %", optional(PositionRisk::getIlPct)),
    REALISED_IL_USD("USD", "impermanent loss fixed by withdrawals", optional(PositionRisk::getRealisedIlUsd)),
    FEES_VALUE_USD("USD", "fees earned since entry, collected or not", optional(PositionRisk::getFeesValueUsd)),
    RESULT_USD(
            "USD",
            "il_usd + realised_il_usd + fees_value_usd: result against holding, gas not counted",
            Figure::result),
    LVR_USD(
            "USD",
            "loss versus rebalancing; positive is a loss; never add it to il",
            optional(PositionRisk::getLvrUsd)),
    MARKOUT_USD("USD", "the same against the market; negative is a gain", optional(PositionRisk::getMarkoutUsd)),
    DELTA0("token0", "token0 in the principal; positive is long", optional(PositionRisk::getDelta0)),
    DELTA1("token1", "token1 in the principal; positive is long", optional(PositionRisk::getDelta1)),
    GAMMA("token0 per price", "change of delta0 for one unit more of price", optional(PositionRisk::getGamma)),
    PRICE("token1 per token0", "price of the pool", optional(PositionRisk::getPrice)),
    EDGE_PCT(
            "fraction",
            "how far the price may move until the nearest end of the range; negative: it is outside and has to come back so far",
            RangeEdge::distance),
    BLOCK_NUMBER("block", "block of the last record in the figures", PositionRisk::getBlockNumber),
    EVENT_TIME_MS("ms", "its time, milliseconds since 1970 in UTC", risk -> millis(risk.getEventTime()));

    private final String unit;
    private final String meaning;
    private final ToDoubleFunction<PositionRisk> reading;

    Figure(String unit, String meaning, ToDoubleFunction<PositionRisk> reading) {
        this.unit = unit;
        this.meaning = meaning;
        this.reading = reading;
    }

    /** Name in the API, in CSV and in queries. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** The figure of a record; NaN: not known. */
    public double of(PositionRisk risk) {
        return reading.applyAsDouble(risk);
    }

    public static Optional<Figure> named(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id().equals(id)).findFirst();
    }

    private static ToDoubleFunction<PositionRisk> optional(Function<PositionRisk, Double> field) {
        return risk -> orUnknown(field.apply(risk));
    }

    private static double orUnknown(Double figure) {
        return figure == null ? Double.NaN : figure;
    }

    private static double result(PositionRisk risk) {
        return orUnknown(risk.getIlUsd()) + orUnknown(risk.getRealisedIlUsd()) + orUnknown(risk.getFeesValueUsd());
    }

    private static double millis(Instant time) {
        return time.toEpochMilli();
    }
}
