/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.testdata.PublishedCase;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published and 50-digit cases of constant product and concentrated holdings. */
class PublishedPairCasesTest {

    @TestFactory
    Stream<DynamicTest> published() {
        Map<String, Function<PublishedCase, Map<String, ?>>> solvers = new HashMap<>();
        solvers.put("il_v2_pct", PublishedPairCasesTest::fraction);
        solvers.put("il_v2_abs", PublishedPairCasesTest::shareOfPair);
        solvers.put("v3_position", PublishedPairCasesTest::position);
        solvers.put("lvr_path", PublishedPairCasesTest::path);
        return PublishedCase.tests(solvers);
    }

    private static Map<String, ?> fraction(PublishedCase c) {
        return Map.of("il", new ConstantProductCurve(1).impermanentLossFractionSince(1, c.real("priceRatio")));
    }

    private static Map<String, ?> shareOfPair(PublishedCase c) {
        ConstantProductCurve curve =
                ConstantProductCurve.ofReserves(c.real("poolEth"), c.real("poolDai"), c.real("share"));
        return Map.of("eth", curve.amount0(c.real("P1")), "dai", curve.amount1(c.real("P1")));
    }

    private static Map<String, ?> position(PublishedCase c) {
        ConcentratedCurve curve = ConcentratedCurve.between(c.real("L"), c.real("pa"), c.real("pb"));
        return Map.of(
                "amount0", curve.amount0(c.real("P")),
                "amount1", curve.amount1(c.real("P")),
                "value", curve.value(c.real("P")),
                "delta", curve.delta(c.real("P")),
                "gamma", curve.gamma(c.real("P")),
                "il", curve.impermanentLossSince(c.real("P0"), c.real("P")),
                "ilPct", curve.impermanentLossFractionSince(c.real("P0"), c.real("P")));
    }

    private static Map<String, ?> path(PublishedCase c) {
        ConcentratedCurve curve = ConcentratedCurve.between(c.real("L"), c.real("pa"), c.real("pb"));
        double lost = 0;
        for (int i = 1; i < c.inputs().get("prices").size(); i++) {
            double from = c.inputs().get("prices").get(i - 1).doubleValue();
            lost += curve.rebalancingLoss(from, c.inputs().get("prices").get(i).doubleValue());
        }
        return Map.of("lvr", lost);
    }
}
