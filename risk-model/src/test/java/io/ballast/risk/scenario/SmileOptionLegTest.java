/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.option.OptionKind;
import org.junit.jupiter.api.Test;

class SmileOptionLegTest {

    private static final double CARRY = 1.01;

    private final SmileOptionLeg put = new SmileOptionLeg(OptionKind.PUT, 2000, -3, 0.6, 0.2, CARRY);
    private final SmileOptionLeg call = new SmileOptionLeg(OptionKind.CALL, 2000, -3, 0.6, 0.2, CARRY);

    @Test
    void hasTheDerivativesOfItsValue() {
        double h = 0.01;
        double up = put.value(1900 + h, 0);
        double down = put.value(1900 - h, 0);

        assertThat(put.delta(1900, 0)).isCloseTo((up - down) / (2 * h), within(1e-7));
        assertThat(put.gamma(1900, 0))
                .isCloseTo((put.delta(1900 + h, 0) - put.delta(1900 - h, 0)) / (2 * h), within(1e-9));
        assertThat(put.vega(1900, 0)).isCloseTo((put.value(1900, 1e-5) - put.value(1900, -1e-5)) / 2e-5, within(1e-4));
    }

    /** Call less put is a forward: F - K dollars at expiry, at the forward's coins. */
    @Test
    void keepsParity() {
        double forward = -3 * (1900 * CARRY - 2000) / CARRY;

        assertThat(call.value(1900, 0.1) - put.value(1900, 0.1)).isCloseTo(forward, within(1e-9));
        assertThat(call.delta(1900, 0) - put.delta(1900, 0)).isCloseTo(-3, within(1e-12));
    }

    @Test
    void isItsPayoffWhereNoVolatilityIsLeft() {
        assertThat(put.value(1500, -2)).isCloseTo(-3 * (2000 - 1500 * CARRY) / CARRY, within(1e-9));
        assertThatThrownBy(() -> new SmileOptionLeg(OptionKind.PUT, 0, 1, 0.6, 0.2, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
