/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {

    private final PriceHistory history = new PriceHistory();

    @Test
    void shouldHaveAMoveForEachPriceThatHasOneADayBefore() {
        history.put(0, Map.of("ETH", 1000.0, "BTC", 50_000.0));
        history.put(8, Map.of("ETH", 900.0, "BTC", 55_000.0));
        history.put(9, Map.of("ETH", 800.0));

        assertThat(history.moves(List.of("ETH", "BTC"))).containsOnlyKeys(8L);
        assertThat(history.moves(List.of("ETH", "BTC")).get(8L))
                .hasEntrySatisfying("ETH", move -> assertThat(move).isCloseTo(-0.1, within(1e-12)))
                .hasEntrySatisfying("BTC", move -> assertThat(move).isCloseTo(0.1, within(1e-12)));
        assertThat(history.moves(List.of("SOL"))).isEmpty();
    }

    @Test
    void shouldForgetWhatIsOlderThanAMonth() {
        history.put(0, Map.of("ETH", 1000.0));
        history.put(1, Map.of("ETH", 1000.0));
        history.put(31 * 8, Map.of("ETH", 1000.0));

        assertThat(history.dropOld()).containsExactly(0L);
        assertThat(history.dropOld()).isEmpty();
    }

    @Test
    void shouldStepEveryThreeHours() {
        long step = PriceHistory.step(Instant.parse("2024-03-01T04:59:59.999Z"));

        assertThat(PriceHistory.end(step)).isEqualTo(Instant.parse("2024-03-01T06:00:00Z"));
        assertThat(PriceHistory.step(PriceHistory.end(step))).isEqualTo(step + 1);
    }

    @Test
    void shouldReadWhatItHasWritten() {
        Map<String, Double> prices = Map.of("ETH", 2000.5, "0xé", 1.0);

        assertThat(PriceHistory.decode(PriceHistory.encoded(prices))).isEqualTo(prices);
        assertThat(PriceHistory.decode(PriceHistory.encoded(Map.of()))).isEmpty();
    }
}
