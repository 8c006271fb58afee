/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RawRatioTest {

    @Test
    void shouldPriceRawUnitsExactly() {
        SimulatedToken usdc = new SimulatedToken("0xa", "USDC", 6, "par:USD");
        SimulatedToken weth = new SimulatedToken("0xc", "WETH", 18, "sim:ETH-USD");
        UsdPrices prices = token -> token.equals(usdc) ? BigDecimal.ONE : new BigDecimal("3000.25");

        RawRatio fair = prices.fair(new TokenPair(usdc, weth));

        // One dollar is 10^6 units of USDC and 10^18 / 3000.25 wei: 10^12 / 3000.25 wei for a unit.
        assertThat(fair.numerator().multiply(BigInteger.valueOf(300025)))
                .isEqualTo(fair.denominator().multiply(BigInteger.TEN.pow(14)));
    }

    @Test
    void shouldRefuseAPriceOfNothing() {
        assertThatThrownBy(() -> new RawRatio(BigInteger.ZERO, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0 / 1 is no price: both must be positive");
    }

    @Test
    void shouldRefuseTokensInTheWrongOrder() {
        SimulatedToken low = new SimulatedToken("0xa", "A", 6, "par:USD");
        SimulatedToken high = new SimulatedToken("0xb", "B", 6, "par:USD");

        assertThatThrownBy(() -> new TokenPair(high, low))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not come before");
    }
}
