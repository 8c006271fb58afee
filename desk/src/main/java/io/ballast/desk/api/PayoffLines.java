/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import io.ballast.desk.valuation.PositionBasis;
import io.ballast.risk.curve.PairCurve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A position's figures as functions of its pool's price.
 *
 * @param price  now
 * @param basis  what was put in, if that is known
 * @param hedgeUnits  token0 held as a hedge from now on, negative is sold; NaN: not known
 */
record PayoffLines(PairCurve curve, double price, Optional<PositionBasis> basis, double hedgeUnits) {
    /** Those that a figure is told of for each price of a picture. */
    static final List<String> NAMES =
            List.of("value", "loss", "delta0", "gamma", "hedged", "hold", "hodl", "il", "result");

    static PayoffLines of(PairCurve curve, double price, Optional<PositionBasis> basis, HedgeTarget target) {
        return new PayoffLines(
                curve, price, basis, target.units(curve, basis, price).orElse(Double.NaN));
    }

    /** By name, as far as they are known. */
    Map<String, Double> at(double there) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("value", curve.value(there));
        figures.put("loss", curve.impermanentLossSince(price, there));
        figures.put("delta0", curve.delta(there));
        figures.put("gamma", curve.gamma(there));
        figures.put("hold", curve.amount0(price) * there + curve.amount1(price));
        if (!Double.isNaN(hedgeUnits)) {
            figures.put("hedged", curve.value(there) + hedgeUnits * (there - price));
        }
        basis.ifPresent(known -> {
            figures.put("hodl", known.hodl(there));
            figures.put("il", known.withoutFees().result(there));
            figures.put("result", known.withFees().result(there));
        });
        return figures;
    }
}
