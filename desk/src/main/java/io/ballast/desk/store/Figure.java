/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionRisk;
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
    /** USD: worth of the principal. */
    VALUE_USD(optional(PositionRisk::getValueUsd)),
    /** USD: worth now of what was put in. */
    HODL_VALUE_USD(optional(PositionRisk::getHodlValueUsd)),
    /** USD: impermanent loss of what is still in; negative is a loss. */
    IL_USD(optional(PositionRisk::getIlUsd)),
    /** il / hodl_value: -0.02 is a loss of 2 %. */
    IL_PCT(optional(PositionRisk::getIlPct)),
    /** USD: impermanent loss fixed by withdrawals. */
    REALISED_IL_USD(optional(PositionRisk::getRealisedIlUsd)),
    /** USD: fees earned since entry, collected or not. */
    FEES_VALUE_USD(optional(PositionRisk::getFeesValueUsd)),
    /** USD: il_usd + realised_il_usd + fees_value_usd, the result against holding; gas not counted. */
    RESULT_USD(Figure::result),
    /** USD: loss versus rebalancing; positive is a loss; never add it to il. */
    LVR_USD(optional(PositionRisk::getLvrUsd)),
    /** USD: the same against the market; negative is a gain. */
    MARKOUT_USD(optional(PositionRisk::getMarkoutUsd)),
    /** Units of token0 in the principal; positive is long. */
    DELTA0(optional(PositionRisk::getDelta0)),
    /** Units of token1 in the principal; positive is long. */
    DELTA1(optional(PositionRisk::getDelta1)),
    /** Change of delta0 for one unit more of price. */
    GAMMA(optional(PositionRisk::getGamma)),
    /** Price of the pool, token1 per token0. */
    PRICE(optional(PositionRisk::getPrice)),
    /** How far the price may move until the nearest end of the range, as a fraction; negative: it is outside and has to come back so far. */
    EDGE_PCT(RangeEdge::distance),
    /** Block of the last record in the figures. */
    BLOCK_NUMBER(PositionRisk::getBlockNumber),
    /** Its time, milliseconds since 1970 in UTC. */
    EVENT_TIME_MS(risk -> risk.getEventTime().toEpochMilli());

    private final ToDoubleFunction<PositionRisk> reading;

    Figure(ToDoubleFunction<PositionRisk> reading) {
        this.reading = reading;
    }

    /** Name in the API, in CSV and in queries. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
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
}
