/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.testdata.PublishedCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Value at risk and shortfall against cases checked by quadrature. */
class PublishedRiskCasesTest {

    @TestFactory
    Stream<DynamicTest> published() {
        Map<String, Function<PublishedCase, Map<String, ?>>> solvers = new HashMap<>();
        solvers.put("var_lognormal", PublishedRiskCasesTest::unhedged);
        solvers.put("var_es_lognormal_book", PublishedRiskCasesTest::hedgedBook);
        return PublishedCase.tests(solvers);
    }

    private static Map<String, ?> unhedged(PublishedCase c) {
        QuadraticBook book = QuadraticBook.of(List.of(range(c.real("L"), c.real("pa"), c.real("pb"))));
        LognormalPrice price = price(c);
        TailRisk risk = new LognormalRisk(book.resultSince(c.real("P0")), price).at(1 - c.real("alpha"));
        return Map.of("quantilePrice", price.quantile(c.real("alpha")), "VaR", risk.valueAtRisk());
    }

    /** Short 0.6 of the delta in a perpetual entered at the price now. */
    private static Map<String, ?> hedgedBook(PublishedCase c) {
        double now = c.real("P0");
        List<ConcentratedRange> ranges = StreamSupport.stream(
                        c.inputs().get("positions").spliterator(), false)
                .map(position -> range(
                        position.get(0).doubleValue(),
                        position.get(1).doubleValue(),
                        position.get(2).doubleValue()))
                .toList();
        double delta = ranges.stream()
                .mapToDouble(range -> range.delta(Math.sqrt(now)))
                .sum();
        double perpetual = -0.6 * delta;
        QuadraticBook book = QuadraticBook.of(ranges).plusHolding(perpetual, -perpetual * now);
        LognormalRisk risk = new LognormalRisk(book.resultSince(now), price(c));
        TailRisk at99 = risk.at(0.99);
        TailRisk at95 = risk.at(0.95);
        return Map.of(
                "VaR99", at99.valueAtRisk(),
                "ES99", at99.expectedShortfall(),
                "VaR95", at95.valueAtRisk(),
                "ES95", at95.expectedShortfall());
    }

    private static LognormalPrice price(PublishedCase c) {
        return new LognormalPrice(c.real("P0"), c.real("vol"), c.real("T"));
    }

    private static ConcentratedRange range(double liquidity, double lower, double upper) {
        return new ConcentratedRange(liquidity, Math.sqrt(lower), Math.sqrt(upper));
    }
}
