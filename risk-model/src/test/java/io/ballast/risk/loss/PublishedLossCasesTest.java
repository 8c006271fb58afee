/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.loss;

import static java.lang.Math.sqrt;

import io.ballast.risk.testdata.PublishedCase;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cases published by Uniswap's docs, Elsts and Panoptic, and 50-digit ones derived from the whitepaper. */
class PublishedLossCasesTest {

    @TestFactory
    Stream<DynamicTest> published() {
        Map<String, Function<PublishedCase, Map<String, ?>>> solvers = new HashMap<>();
        solvers.put("il_v2_pct", c -> Map.of("il", ConstantProductLoss.fraction(c.real("priceRatio"))));
        solvers.put("il_v2_abs", PublishedLossCasesTest::shareOfPair);
        solvers.put("v3_position", PublishedLossCasesTest::position);
        solvers.put("v3_value_change", PublishedLossCasesTest::valueChange);
        solvers.put("liquidity_math", PublishedLossCasesTest::liquidityMath);
        return PublishedCase.tests(solvers);
    }

    private static Map<String, ?> shareOfPair(PublishedCase c) {
        double liquidity = c.real("share") * sqrt(c.real("poolDai") * c.real("poolEth"));
        double sqrtPrice = sqrt(c.real("P1"));
        return Map.of(
                "eth", ConstantProductLoss.amount0(liquidity, sqrtPrice),
                "dai", ConstantProductLoss.amount1(liquidity, sqrtPrice));
    }

    private static Map<String, ?> position(PublishedCase c) {
        ConcentratedRange range = new ConcentratedRange(c.real("L"), sqrt(c.real("pa")), sqrt(c.real("pb")));
        double entry = sqrt(c.real("P0"));
        double now = sqrt(c.real("P"));
        return Map.of(
                "amount0", range.amount0(now),
                "amount1", range.amount1(now),
                "value", range.value(now),
                "delta", range.delta(now),
                "gamma", range.gamma(now),
                "il", range.impermanentLoss(entry, now),
                "ilPct", range.impermanentLossFraction(entry, now));
    }

    /** The case is of a position that is one token0 when it is below its range. */
    private static Map<String, ?> valueChange(PublishedCase c) {
        double lower = sqrt(c.real("Pl"));
        double upper = sqrt(c.real("Pu"));
        ConcentratedRange range =
                new ConcentratedRange(RangeFromAmounts.liquidityFromAmount0(1, lower, upper), lower, upper);
        return Map.of("dV", range.value(sqrt(c.real("S"))) - range.value(sqrt(c.real("S0"))));
    }

    private static Map<String, ?> liquidityMath(PublishedCase c) {
        double s = sqrt(c.real("P"));
        if (!c.inputs().has("y")) {
            double liquidity = RangeFromAmounts.liquidityFromAmount0(c.real("x"), s, sqrt(c.real("pb")));
            ConcentratedRange range = new ConcentratedRange(liquidity, sqrt(c.real("pa")), sqrt(c.real("pb")));
            return Map.of("y", range.amount1(s));
        }
        double lower = RangeFromAmounts.sqrtLower(c.real("x"), c.real("y"), s, sqrt(c.real("pb")));
        if (!c.inputs().has("pa")) {
            return Map.of("pa", lower * lower);
        }
        double upper = RangeFromAmounts.sqrtUpper(c.real("x"), c.real("y"), sqrt(c.real("pa")), s);
        return Map.of("pa_from_xy", lower * lower, "pb_from_xy", upper * upper);
    }
}
