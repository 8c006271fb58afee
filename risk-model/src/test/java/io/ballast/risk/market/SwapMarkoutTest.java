/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SwapMarkoutTest {

    @Test
    void shouldBeALossToSellBelowTheMarket() {
        // The pool got 997 and a fee of 3 for a token that is worth 1010.
        SwapMarkout markout = SwapMarkout.of(-1, 1000, 1010, 0.003);

        assertThat(markout.fee()).isCloseTo(3, within(1e-12));
        assertThat(markout.loss()).isCloseTo(1010 - 997, within(1e-12));
    }

    @Test
    void shouldBeAGainToBuyBelowTheMarket() {
        SwapMarkout markout = SwapMarkout.of(1, -980, 1000, 0.003);

        assertThat(markout.fee()).isCloseTo(3, within(1e-12));
        assertThat(markout.loss()).isCloseTo(980 - 997, within(1e-12));
    }
}
