/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import io.ballast.risk.testdata.PublishedCase;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Invariants by the contracts' algorithm and by the analytic cubic, 50-digit values, and a swap made on chain. */
class PublishedStableCasesTest {

    @TestFactory
    Stream<DynamicTest> published() {
        Map<String, Function<PublishedCase, Map<String, ?>>> solvers = new HashMap<>();
        solvers.put("stable_invariant", PublishedStableCasesTest::invariant);
        solvers.put("stable_value", PublishedStableCasesTest::value);
        solvers.put("stable_swap", PublishedStableCasesTest::swap);
        return PublishedCase.tests(solvers);
    }

    private static Map<String, ?> invariant(PublishedCase c) {
        String amplification = c.inputs().has("A_contract") ? "A_contract" : "amp_contract";
        return Map.of(
                "D",
                StableInvariant.ofAmplification(c.real(amplification))
                        .depth(element(c, "balances", 0), element(c, "balances", 1)));
    }

    private static Map<String, ?> value(PublishedCase c) {
        StableCurve curve = StableCurve.ofDepth(StableInvariant.ofAmplification(c.real("A_contract")), c.real("D"));
        double price = c.real("price");
        return Map.of(
                "x", curve.amount0(price),
                "y", curve.amount1(price),
                "value", curve.value(price),
                "delta", curve.delta(price),
                "gamma", curve.gamma(price));
    }

    /** Balancer takes its fee from the amount paid in; rates scale what is paid in and what is paid out. */
    private static Map<String, ?> swap(PublishedCase c) {
        int in = c.small("tokenInIndex");
        int out = 1 - in;
        StableInvariant invariant = StableInvariant.ofAmplification(c.real("amp_contract_A_times_n_pow_n_minus_1"));
        double paid = c.integer("amountRaw").doubleValue() / Math.pow(10, element(c, "decimals", in));
        double got = invariant.outGivenIn(
                element(c, "balancesScaled18", in),
                element(c, "balancesScaled18", out),
                paid * element(c, "rates", in) * (1 - c.real("swapFee")));
        return Map.of("outputRaw", got / element(c, "rates", out) * Math.pow(10, element(c, "decimals", out)));
    }

    private static double element(PublishedCase c, String array, int index) {
        return c.inputs().get(array).get(index).doubleValue();
    }
}
