/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class LadderLegPropertyTest {

    private static final double NOW = 2000;
    private static final double[] SHIFTS = {-0.5, -0.3, -0.2, -0.1, -0.05, -0.02, 0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5};
    private static final ConcentratedCurve WIDE = ConcentratedCurve.between(1000, 500, 8000);

    private final LadderLeg leg = leg(WIDE);

    @Property(tries = 200)
    void shouldBeNearTheCurveBetweenItsPrices(@ForAll @DoubleRange(min = 0.5, max = 1.5) double factor) {
        double exact = WIDE.value(NOW * factor);

        assertThat(leg.value(market(NOW * factor))).isCloseTo(exact, within(1e-4 * exact));
    }

    @Property(tries = 200)
    void shouldNeverBeMoreThanTheTruthBeyondThem(@ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        if (factor < 0.5 || factor > 1.5) {
            assertThat(leg.value(market(NOW * factor))).isLessThanOrEqualTo(WIDE.value(NOW * factor));
        }
    }

    @Example
    void shouldBeExactAtItsPrices() {
        for (double shift : SHIFTS) {
            double price = NOW * (1 + shift);
            assertThat(leg.value(market(price))).isCloseTo(WIDE.value(price), within(1e-9 * WIDE.value(price)));
        }
    }

    @Example
    void shouldRefuseALadderThatIsNone() {
        LadderLeg.Rung rung = new LadderLeg.Rung(1, 1, 1);
        assertThatThrownBy(() -> new LadderLeg("ETH", List.of(rung))).hasMessage("a ladder of ETH with 1 prices");
        assertThatThrownBy(() -> new LadderLeg("ETH", List.of(rung, rung)))
                .hasMessage("a ladder of ETH has the price 1.0 twice");
        assertThatThrownBy(() -> new LadderLeg.Rung(1, Double.NaN, 1)).hasMessageContaining("NaN");
    }

    private static LadderLeg leg(ConcentratedCurve curve) {
        return new LadderLeg(
                "ETH",
                DoubleStream.of(SHIFTS)
                        .map(shift -> NOW * (1 + shift))
                        .mapToObj(price -> new LadderLeg.Rung(price, curve.value(price), curve.amount0(price)))
                        .toList());
    }

    private static Market market(double price) {
        return Market.at(Map.of("ETH", price));
    }
}
