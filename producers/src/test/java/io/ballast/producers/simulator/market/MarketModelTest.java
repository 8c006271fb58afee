/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MarketModelTest {

    private static final MarketParameters ETH =
            new MarketParameters("sim:ETH-USD", 3000, 0.0001, new JumpDiffusion(0, 0.8, 500, 0, 0.02));

    @Test
    void shouldGiveTheSamePricesForTheSameSeed() {
        assertThat(priceAfterADay(42)).isEqualTo(priceAfterADay(42));
        assertThat(priceAfterADay(42)).isNotEqualTo(priceAfterADay(43));
    }

    @Test
    void shouldStartAtTheInitialPrice() {
        assertThat(new MarketModel(List.of(ETH), 0, new SplittableRandom(1))
                        .quote("sim:ETH-USD")
                        .price())
                .isEqualByComparingTo("3000");
    }

    @Test
    void shouldSayWhichMarketsThereAre() {
        MarketModel market = new MarketModel(List.of(ETH), 0, new SplittableRandom(1));

        assertThatThrownBy(() -> market.quote("sim:SOL-USD"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no market sim:SOL-USD, there are [sim:ETH-USD]");
    }

    @Test
    void shouldRefuseACorrelationThatIsNoneAndAMarketGivenTwice() {
        assertThatThrownBy(() -> new MarketModel(List.of(ETH), 1.5, new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("correlation 1.5 is outside 0 to 1");
        assertThatThrownBy(() -> new MarketModel(List.of(ETH, ETH), 0, new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the market sim:ETH-USD is given twice");
    }

    private static double priceAfterADay(long seed) {
        MarketModel market = new MarketModel(List.of(ETH), 0, new SplittableRandom(seed));
        for (int hour = 0; hour < 24; hour++) {
            market.advance(Duration.ofHours(1));
        }
        return market.price("sim:ETH-USD");
    }
}
