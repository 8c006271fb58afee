/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import io.ballast.risk.testdata.PublishedCase;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Haug's and Hull's tables, py_vollib's doctests, Deribit's examples. */
class PublishedOptionCasesTest {

    @TestFactory
    Stream<DynamicTest> published() {
        Map<String, Function<PublishedCase, Map<String, ?>>> solvers = new HashMap<>();
        solvers.put("bs_price", PublishedOptionCasesTest::spotPrice);
        solvers.put("bs_greek", PublishedOptionCasesTest::spotGreek);
        solvers.put("black76_price", PublishedOptionCasesTest::forwardPrice);
        solvers.put("inverse_option_payoff", PublishedOptionCasesTest::coinPayoff);
        solvers.put("linear_option_payoff", PublishedOptionCasesTest::linearPayoff);
        solvers.put("inverse_option", PublishedOptionCasesTest::inverse);
        return PublishedCase.tests(solvers);
    }

    private static Map<String, ?> spotPrice(PublishedCase c) {
        if (c.inputs().has("type")) {
            return Map.of("price", spot(c, kind(c)).price());
        }
        OptionGreeks call = spot(c, OptionKind.CALL).greeks();
        return Map.of(
                "call", call.price(),
                "put", spot(c, OptionKind.PUT).price(),
                "callDelta", call.delta(),
                "callGamma", call.gamma(),
                "callVega", call.vega());
    }

    private static Map<String, ?> spotGreek(PublishedCase c) {
        String greek = c.inputs().get("greek").asText();
        OptionGreeks greeks =
                spot(c, c.inputs().has("type") ? kind(c) : OptionKind.CALL).greeks();
        double value =
                switch (greek.split("_")[0]) {
                    case "delta" -> greeks.delta();
                    case "gamma" -> greeks.gamma();
                    case "vega" -> greeks.vega();
                    case "theta" -> greeks.theta();
                    case "rho" -> greeks.rho();
                    default -> throw new IllegalStateException("no greek named " + greek);
                };
        return Map.of("value", value);
    }

    private static Map<String, ?> forwardPrice(PublishedCase c) {
        return Map.of(
                "price",
                new Black76(kind(c), c.real("F"), c.real("K"), c.real("vol"), c.real("T"), c.real("r")).price());
    }

    private static Map<String, ?> coinPayoff(PublishedCase c) {
        return Map.of("payoffCoin", InverseOption.payoffCoin(kind(c), c.real("K"), c.real("delivery")));
    }

    private static Map<String, ?> linearPayoff(PublishedCase c) {
        double payoff = c.real("multiplier") * OptionKind.CALL.payoff(c.real("delivery"), c.real("K"));
        return Map.of("payoff", (int) payoff, "profit", (int) (payoff - c.real("multiplier") * c.real("premium")));
    }

    private static Map<String, ?> inverse(PublishedCase c) {
        InverseOption option = new InverseOption(kind(c), c.real("F"), c.real("K"), c.real("vol"), c.real("T"));
        return Map.of(
                "coinPrice", option.priceCoin(), "blackDelta", option.dollarDelta(), "netDelta", option.netDelta());
    }

    private static SpotOption spot(PublishedCase c, OptionKind kind) {
        double carryYield = c.inputs().has("q") ? c.real("q") : 0;
        return new SpotOption(kind, c.real("S"), c.real("K"), c.real("vol"), c.real("T"), c.real("r"), carryYield);
    }

    private static OptionKind kind(PublishedCase c) {
        return OptionKind.valueOf(c.inputs().get("type").asText().toUpperCase(Locale.ROOT));
    }
}
