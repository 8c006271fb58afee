/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ends of the domain: no time, no volatility, far strikes, wrong input. */
class OptionLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "CALL, 2000, 1800, 200, 1",
        "CALL, 1800, 2000, 0, 0",
        "PUT, 1800, 2000, 200, -1",
        "PUT, 2000, 1800, 0, 0",
        "CALL, 2000, 2000, 0, 0.5",
        "PUT, 2000, 2000, 0, -0.5"
    })
    void withoutTimeOrVolatilityItIsTheIntrinsicValue(
            OptionKind kind, double forward, double strike, double value, double delta) {
        for (Black76 option : new Black76[] {
            new Black76(kind, forward, strike, 0.7, 0, 0.05), new Black76(kind, forward, strike, 0, 0.5, 0)
        }) {
            OptionGreeks greeks = option.greeks();
            assertThat(greeks.price()).isEqualTo(value);
            assertThat(greeks.delta()).isEqualTo(delta);
            assertThat(greeks.gamma()).isZero();
            assertThat(greeks.vega()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1e-9, 1e9, 0.01, 1e-6",
        "1e9, 1e-9, 0.01, 1e-6",
        "1, 1e300, 10, 5",
        "2000, 2000, 1e-160, 1e-9",
        "1, 1, 100, 1000"
    })
    void farStrikesAndExtremeTimesGiveFiniteGreeks(double forward, double strike, double volatility, double years)
            throws ReflectiveOperationException {
        for (OptionKind kind : OptionKind.values()) {
            OptionGreeks greeks = new Black76(kind, forward, strike, volatility, years, 0).greeks();
            for (RecordComponent part : OptionGreeks.class.getRecordComponents()) {
                assertThat((double) part.getAccessor().invoke(greeks))
                        .as(part.getName())
                        .isFinite();
            }
        }
    }

    @Test
    void intrinsicIsApproachedFromAbove() {
        double[] prices = Arrays.stream(new double[] {1e-2, 1e-3, 1e-4, 1e-6, 1e-12})
                .map(years -> new Black76(OptionKind.CALL, 2000, 1990, 0.8, years, 0).price())
                .toArray();
        assertThat(prices).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(prices[4]).isEqualTo(10);
    }

    @Test
    void wrongInputIsNamed() {
        assertRefused(() -> new Black76(OptionKind.CALL, 0, 1, 1, 1, 0), "forward 0.0");
        assertRefused(() -> new Black76(OptionKind.CALL, 1, -1, 1, 1, 0), "strike -1.0");
        assertRefused(() -> new Black76(OptionKind.CALL, 1, 1, Double.NaN, 1, 0), "volatility NaN");
        assertRefused(() -> new Black76(OptionKind.CALL, 1, 1, 1, -1e-9, 0), "yearsToExpiry -1.0E-9");
        assertRefused(() -> new Black76(OptionKind.CALL, 1, 1, 1, 1, Double.POSITIVE_INFINITY), "rate Infinity");
        assertRefused(() -> new SpotOption(OptionKind.CALL, -2, 1, 1, 1, 0, 0), "spot -2.0");
        assertRefused(() -> new InverseOption(OptionKind.CALL, 1, 0, 1, 1), "strike 0.0");
        assertRefused(() -> InverseOption.payoffCoin(OptionKind.PUT, 1, 0), "settlementPrice 0.0");
        assertRefused(() -> ImpliedVolatility.fromPrice(OptionKind.CALL, 1, 1, 0, 0, 0.1), "yearsToExpiry 0.0");
        assertRefused(() -> ImpliedVolatility.fromPrice(OptionKind.CALL, 1, 1, 1, 0, Double.NaN), "price NaN");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
