/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.exchange.market.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NumberingTest {

    private static final String ETH = "venue:ETH-USD";

    private final Numbering contiguous = new Numbering(Numbering.Kind.CONTIGUOUS);
    private final Numbering rising = new Numbering(Numbering.Kind.RISING);

    private static Observed at(String instrument, long second) {
        return new Observed.Trade(instrument, BigDecimal.ONE, Instant.ofEpochSecond(second));
    }

    @Test
    void numbersInOrderAreAllHeard() {
        assertThat(contiguous.hear(7, at(ETH, 1))).containsExactly(new Heard.Market(at(ETH, 1)));
        assertThat(contiguous.hear(8, at(ETH, 1))).containsExactly(new Heard.Market(at(ETH, 1)));
    }

    @Test
    void numbersLeftOutAreAGapBeforeWhatComes() {
        contiguous.hear(7, at(ETH, 1));

        assertThat(contiguous.hear(11, at(ETH, 2)))
                .containsExactly(new Heard.Gap(ETH, 3), new Heard.Market(at(ETH, 2)));
    }

    @Test
    void theSameNumberAgainIsARepeat() {
        contiguous.hear(7, at(ETH, 1));

        assertThat(contiguous.hear(7, at(ETH, 2))).containsExactly(new Heard.Repeat(ETH));
        assertThat(contiguous.hear(6, at(ETH, 1))).containsExactly(new Heard.Repeat(ETH));
    }

    @Test
    void anExchangeMayBeginToCountAnew() {
        contiguous.hear(1_000_000, at(ETH, 1));

        assertThat(contiguous.hear(1, at(ETH, 2))).containsExactly(new Heard.Market(at(ETH, 2)));
        assertThat(contiguous.hear(2, at(ETH, 2))).containsExactly(new Heard.Market(at(ETH, 2)));
    }

    @Test
    void eachInstrumentHasItsNumbers() {
        contiguous.hear(7, at(ETH, 1));

        assertThat(contiguous.hear(100, at("venue:BTC-USD", 1))).hasSize(1);
    }

    @Test
    void numbersThatOnlyRiseHaveNoGaps() {
        rising.hear(7, at(ETH, 1));

        assertThat(rising.hear(100, at(ETH, 2))).containsExactly(new Heard.Market(at(ETH, 2)));
        assertThat(rising.hear(100, at(ETH, 3))).containsExactly(new Heard.Repeat(ETH));
    }
}
