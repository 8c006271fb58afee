/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.testdata.PublishedCase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Balancer's documented losses and swaps that a Balancer pool made on chain. */
class PublishedWeightedCasesTest {

    @TestFactory
    Stream<DynamicTest> published() {
        Map<String, Function<PublishedCase, Map<String, ?>>> solvers = new HashMap<>();
        solvers.put("il_weighted_pct", PublishedWeightedCasesTest::loss);
        solvers.put("weighted_swap", PublishedWeightedCasesTest::swap);
        return PublishedCase.tests(solvers);
    }

    private static Map<String, ?> loss(PublishedCase c) {
        double[] ratios = reals(c.inputs().get("ratios"));
        double[] ones = new double[ratios.length];
        Arrays.fill(ones, 1);
        WeightedCurve curve = new WeightedCurve(Weights.of(reals(c.inputs().get("weights"))), 1);
        double entryValue = curve.value(ones);
        return Map.of(
                "lpRatio", curve.value(ratios) / entryValue,
                "hodlRatio", curve.worth(curve.amounts(ones), ratios) / entryValue,
                "il", curve.impermanentLossFractionSince(ones, ratios));
    }

    private static Map<String, ?> swap(PublishedCase c) {
        int in = c.small("tokenInIndex");
        int out = 1 - in;
        double[] balances = reals(c.inputs().get("balances"));
        double[] weights = reals(c.inputs().get("weights"));
        double[] units = Arrays.stream(reals(c.inputs().get("decimals")))
                .map(decimals -> Math.pow(10, decimals))
                .toArray();
        WeightedSwap swap = new WeightedSwap(balances[in], weights[in], balances[out], weights[out], c.real("swapFee"));
        double amount = c.integer("amountRaw").doubleValue();
        double answer = c.inputs().get("kind").asText().equals("exactIn")
                ? swap.outGivenIn(amount / units[in]) * units[out]
                : swap.inGivenOut(amount / units[out]) * units[in];
        return Map.of("outputRaw", answer);
    }

    private static double[] reals(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).doubleValue())
                .toArray();
    }
}
