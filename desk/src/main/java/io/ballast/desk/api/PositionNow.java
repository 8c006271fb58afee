/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.store.PoolInfo;
import io.ballast.desk.store.PoolPrices;
import io.ballast.desk.valuation.PoolShape;
import io.ballast.desk.valuation.PositionBasis;
import io.ballast.desk.valuation.PositionCurve;
import io.ballast.risk.curve.PairCurve;
import io.ballast.schema.PositionRisk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A position at the newest price of its pool, by its own curve. What was published of it may be behind that by its tolerances.
 * Money in token1, and in USD at the price of token1 that its record has. Fees are those of its record.
 */
final class PositionNow {
    private static final List<String> IN_TOKEN1 = List.of("value", "hodl", "il", "result");

    private PositionNow() {}

    static ObjectNode of(PositionRisk risk, PoolInfo pool, PoolShape shape, Optional<PoolPrices.At> newest) {
        Optional<PairCurve> curve = newest.flatMap(known -> PositionCurve.of(risk, pool, shape));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("position_id", risk.getPositionId())
                .put("price", newest.map(PoolPrices.At::price).orElse(null))
                .put("price_time", newest.map(at -> at.time().toString()).orElse(null))
                .put("price_unit", pool.symbol1() + " per " + pool.symbol0())
                .put("published_price", risk.getPrice())
                .put("published_time", risk.getEventTime().toString())
                .put("exact", curve.isPresent());
        putFigures(
                json,
                risk,
                curve.map(known -> figures(risk, known, newest.orElseThrow().price()))
                        .orElse(Map.of()));
        return json;
    }

    private static Map<String, Double> figures(PositionRisk risk, PairCurve curve, double price) {
        Map<String, Double> figures = PayoffLines.unhedged(curve, price, PositionBasis.of(risk, curve))
                .at(price);
        figures.put("delta1", curve.amount1(price));
        Double hodl = figures.get("hodl");
        if (hodl != null && hodl > 0) {
            figures.put("il_pct", figures.get("il") / hodl);
        }
        return figures;
    }

    /** What is not in the figures is null. */
    private static void putFigures(ObjectNode json, PositionRisk risk, Map<String, Double> figures) {
        for (String name : List.of("delta0", "delta1", "gamma", "il_pct")) {
            json.put(name, figures.get(name));
        }
        for (String name : IN_TOKEN1) {
            Double figure = figures.get(name);
            Double usd = risk.getUsdPerToken1();
            json.put(name, figure);
            json.put(name + "_usd", figure == null || usd == null ? null : (Double) (figure * usd));
        }
    }
}
