/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MarketQuoteTest {

    @Test
    void shouldQuoteWholeCentsWithTheSpreadNeverNarrowed() {
        MarketQuote quote = MarketQuote.around("sim:ETH-USD", 3000.126, 0.0001);

        // 3000.126 * 0.9999 = 2999.8259874, * 1.0001 = 3000.4260126
        assertThat(quote)
                .isEqualTo(new MarketQuote(
                        "sim:ETH-USD",
                        new BigDecimal("3000.13"),
                        new BigDecimal("2999.82"),
                        new BigDecimal("3000.43")));
    }

    @Test
    void shouldNeverQuoteNothing() {
        MarketQuote quote = MarketQuote.around("sim:ETH-USD", 1e-9, 0.0001);

        assertThat(quote.bid()).isEqualTo("0.01");
        assertThat(quote.price()).isEqualTo("0.01");
    }
}
