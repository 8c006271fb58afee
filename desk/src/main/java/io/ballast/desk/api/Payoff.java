/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.store.PoolInfo;
import io.ballast.desk.valuation.PoolShape;
import io.ballast.desk.valuation.PositionBasis;
import io.ballast.desk.valuation.PositionCurve;
import io.ballast.risk.curve.PairCurve;
import io.ballast.schema.PositionRisk;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a position's principal would be worth at other prices of its pool, by the closed form of its curve: nothing is interpolated.
 * Money in token1. {@code hold} and {@code loss} are against holding what the position consists of now, {@code hodl} and {@code il}
 * against what was put in.
 */
final class Payoff {
    private static final int STEPS = 120;
    private static final List<Double> LADDER = List.of(-0.3, -0.2, -0.1, -0.05, -0.02, 0.0, 0.02, 0.05, 0.1, 0.2, 0.3);
    private static final double USUAL_SPAN = 0.3;
    private static final double LEAST_SPAN = 0.001;
    private static final double MOST_SPAN = 0.99;

    private Payoff() {}

    /** {@code span}: how far the price goes down, as a fraction; up it goes by the same factor. */
    static double span(Context request) {
        String text = request.queryParam("span");
        if (text == null) {
            return USUAL_SPAN;
        }
        try {
            double span = Double.parseDouble(text);
            if (span >= LEAST_SPAN && span <= MOST_SPAN) {
                return span;
            }
        } catch (NumberFormatException noNumber) {
            throw ProblemException.badRequest("span " + text + " is no number");
        }
        throw ProblemException.badRequest("span " + text + " is not from " + LEAST_SPAN + " to " + MOST_SPAN);
    }

    /** @param target  of the hedge beside it */
    static ObjectNode of(PositionRisk risk, PoolInfo pool, PoolShape shape, double span, HedgeChoice target) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("position_id", risk.getPositionId())
                .put("price", risk.getPrice())
                .put("price_unit", pool.symbol1() + " per " + pool.symbol0())
                .put("value_unit", pool.symbol1());
        json.put("price_lower", FigureJson.of(PositionRecords.price(risk.getTickLower(), pool)));
        json.put("price_upper", FigureJson.of(PositionRecords.price(risk.getTickUpper(), pool)));
        Optional<PairCurve> curve = risk.getPrice() == null ? Optional.empty() : PositionCurve.of(risk, pool, shape);
        json.put("exact", curve.isPresent());
        Optional<PositionBasis> basis = curve.flatMap(known -> PositionBasis.of(risk, known));
        PayoffMarks.put(json, risk, basis);
        Optional<PayoffLines> lines = curve.map(known -> PayoffLines.of(known, risk.getPrice(), basis, target));
        json.put("hedge", target.id())
                .put(
                        "hedge_units",
                        lines.map(PayoffLines::hedgeUnits).map(FigureJson::of).orElse(null));
        putLines(json, lines, span);
        putLadder(json.putArray("ladder"), lines);
        return json;
    }

    private static void putLines(ObjectNode json, Optional<PayoffLines> lines, double span) {
        ArrayNode prices = json.putArray("prices");
        PayoffLines.NAMES.forEach(json::putArray);
        lines.ifPresent(known -> prices(known.price(), span).forEach(there -> {
            prices.add(there);
            known.at(there).forEach((name, value) -> json.withArray(name).add(value));
        }));
    }

    /** At evenly spaced logarithms. */
    private static DoubleStream prices(double price, double span) {
        double reach = -Math.log1p(-span);
        return IntStream.rangeClosed(-STEPS / 2, STEPS / 2)
                .mapToDouble(step -> step == 0 ? price : price * Math.exp(reach * step / (STEPS / 2.0)));
    }

    private static void putLadder(ArrayNode ladder, Optional<PayoffLines> lines) {
        lines.ifPresent(known -> LADDER.forEach(shift -> {
            double there = known.price() * (1 + shift);
            ObjectNode rung = ladder.addObject().put("shift", shift).put("price", there);
            Map<String, Double> figures = known.at(there);
            PayoffLines.NAMES.forEach(name -> rung.put(name, figures.get(name)));
        }));
    }
}
