/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JumpDiffusionTest {

    @Test
    void shouldExpectOfAJumpWhatANormalLogarithmMakes() {
        JumpDiffusion process = new JumpDiffusion(0, 0, 1, Math.log(1.1) - 0.02, 0.2);

        // E[e^J] = e^(m + delta^2/2): here ln 1.1 - 0.02 + 0.04/2.
        assertThat(process.expectedJump()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void shouldCompensateTheJumpsInTheDrift() {
        JumpDiffusion process = new JumpDiffusion(0.05, 0.4, 3, Math.log(1.1) - 0.02, 0.2);

        assertThat(process.logDriftBetweenJumps()).isCloseTo(0.05 - 0.4 * 0.4 / 2 - 3 * 0.1, within(1e-12));
    }

    @Test
    void shouldNameTheParameterThatIsOutOfItsBounds() {
        assertThatThrownBy(() -> new JumpDiffusion(0, -0.1, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("volatilityPerRootYear -0.1 is negative");
        assertThatThrownBy(() -> new JumpDiffusion(Double.NaN, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("driftPerYear NaN is not a finite number");
        assertThatThrownBy(() -> new MarketParameters("sim:ETH-USD", 0, 0, new JumpDiffusion(0, 0, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sim:ETH-USD: initialPrice 0.0");
    }
}
