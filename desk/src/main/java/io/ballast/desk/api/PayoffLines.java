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
 * @param held0  token0 in it now
 * @param held1  token1 in it now
 * @param basis  what was put in, if that is known
 * @param hedgeUnits  token0 held as a hedge from now on, negative is sold; NaN: not known
 */
record PayoffLines(
        PairCurve curve, double price, double held0, double held1, Optional<PositionBasis> basis, double hedgeUnits) {
    /** In the order in which they are told; {@link #at} leaves out what is not known. */
    static final List<String> NAMES =
            List.of("value", "loss", "delta0", "gamma", "hedged", "hold", "hodl", "il", "result");

    static PayoffLines of(PairCurve curve, double price, Optional<PositionBasis> basis, HedgeChoice hedge) {
        return of(curve, price, basis, hedge.units(curve, basis, price).orElse(Double.NaN));
    }

    static PayoffLines unhedged(PairCurve curve, double price, Optional<PositionBasis> basis) {
        return of(curve, price, basis, Double.NaN);
    }

    private static PayoffLines of(PairCurve curve, double price, Optional<PositionBasis> basis, double hedgeUnits) {
        return new PayoffLines(curve, price, curve.amount0(price), curve.amount1(price), basis, hedgeUnits);
    }

    /** By name, as far as they are known. */
    Map<String, Double> at(double there) {
        double value = curve.value(there);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("value", value);
        figures.put("loss", curve.impermanentLossSince(price, there));
        figures.put("delta0", curve.delta(there));
        figures.put("gamma", curve.gamma(there));
        figures.put("hold", held0 * there + held1);
        if (!Double.isNaN(hedgeUnits)) {
            figures.put("hedged", value + hedgeUnits * (there - price));
        }
        basis.ifPresent(known -> {
            figures.put("hodl", known.hodl(there));
            figures.put("il", known.withoutFees().result(there));
            figures.put("result", known.withFees().result(there));
        });
        return figures;
    }
}
