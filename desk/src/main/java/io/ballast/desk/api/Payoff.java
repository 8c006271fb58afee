/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.store.PoolInfo;
import io.ballast.desk.valuation.PoolShape;
import io.ballast.desk.valuation.PositionCurve;
import io.ballast.risk.curve.PairCurve;
import io.ballast.schema.PositionRisk;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * What a position's principal would be worth at other prices of its pool, by the closed form of its curve: nothing is interpolated.
 * Money in token1. {@code loss} is against holding what the position consists of now, not against what was put in at entry.
 */
final class Payoff {
    private static final int STEPS = 120;
    private static final double[] LADDER = {-0.3, -0.2, -0.1, -0.05, -0.02, 0, 0.02, 0.05, 0.1, 0.2, 0.3};
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

    static ObjectNode of(PositionRisk risk, PoolInfo pool, PoolShape shape, double span) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("position_id", risk.getPositionId())
                .put("price", risk.getPrice())
                .put("price_unit", pool.symbol1() + " per " + pool.symbol0())
                .put("value_unit", pool.symbol1());
        json.put("price_lower", FigureJson.of(PositionRecords.price(risk.getTickLower(), pool)));
        json.put("price_upper", FigureJson.of(PositionRecords.price(risk.getTickUpper(), pool)));
        Optional<PairCurve> curve = risk.getPrice() == null ? Optional.empty() : PositionCurve.of(risk, pool, shape);
        json.put("exact", curve.isPresent());
        Points points = new Points(json);
        ArrayNode ladder = json.putArray("ladder");
        curve.ifPresent(known -> {
            points.fill(known, risk.getPrice(), span);
            fill(ladder, known, risk.getPrice());
        });
        return json;
    }

    private static void fill(ArrayNode ladder, PairCurve curve, double price) {
        for (double shift : LADDER) {
            double there = price * (1 + shift);
            ladder.addObject()
                    .put("shift", shift)
                    .put("price", there)
                    .put("value", curve.value(there))
                    .put("loss", curve.impermanentLossSince(price, there))
                    .put("delta0", curve.delta(there))
                    .put("gamma", curve.gamma(there));
        }
    }

    /** The curve at evenly spaced logarithms of price. */
    private record Points(
            ArrayNode prices, ArrayNode values, ArrayNode holds, ArrayNode losses, ArrayNode deltas, ArrayNode gammas) {
        Points(ObjectNode json) {
            this(
                    json.putArray("prices"),
                    json.putArray("value"),
                    json.putArray("hold"),
                    json.putArray("loss"),
                    json.putArray("delta0"),
                    json.putArray("gamma"));
        }

        void fill(PairCurve curve, double price, double span) {
            double reach = -Math.log1p(-span);
            double amount0 = curve.amount0(price);
            double amount1 = curve.amount1(price);
            for (int step = -STEPS / 2; step <= STEPS / 2; step++) {
                double there = step == 0 ? price : price * Math.exp(reach * step / (STEPS / 2));
                prices.add(there);
                values.add(curve.value(there));
                holds.add(amount0 * there + amount1);
                losses.add(curve.impermanentLossSince(price, there));
                deltas.add(curve.delta(there));
                gammas.add(curve.gamma(there));
            }
        }
    }
}
