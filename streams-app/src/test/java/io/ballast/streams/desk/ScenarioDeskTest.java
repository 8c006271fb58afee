/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.OptionChain;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.StripRecommendation;
import io.ballast.streams.testkit.SampleSurface;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScenarioDeskTest {

    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final long STEP = PriceHistory.step(NOON);

    private final TreeMap<Long, Map<String, Double>> kept = new TreeMap<>();
    private final ScenarioDesk desk = new ScenarioDesk(
            new Holdings(),
            new HedgesHeld(),
            Assets.of("", List.of(), List.of()),
            new ScenarioSettings(Duration.ofMinutes(10), List.of(), List.of(), 1),
            new Keeping());

    @Test
    void shouldKeepThePricesAtTheEndOfEachStep() {
        desk.live();
        desk.chain("a", chain(NOON, 2000));
        desk.chain("a", chain(NOON.plusSeconds(3600), 2010));
        assertThat(kept).isEmpty();

        desk.chain("a", chain(NOON.plusSeconds(10_800), 2100));

        assertThat(kept).containsOnlyKeys(STEP);
        assertThat(kept.get(STEP)).containsEntry("ETH", 2010.0);
    }

    @Test
    void shouldNotTakeWhatWasKeptForNews() {
        desk.chain("a", chain(NOON, 2000));
        desk.chain("b", chain(NOON.plusSeconds(10_800), 2100));
        assertThat(kept).isEmpty();

        desk.live();
        desk.chain("b", chain(NOON.plusSeconds(21_600), 2200));

        assertThat(kept).containsOnlyKeys(STEP + 1);
    }

    private static OptionChain chain(Instant time, double index) {
        return new OptionChain(SampleSurface.at(time, 0.7).setIndexPrice(index).build(), List.of());
    }

    private final class Keeping implements DeskOutlet {
        @Override
        public void pastPrices(long step, byte[] prices) {
            kept.put(step, PriceHistory.decode(prices));
        }

        @Override
        public void pastPricesGone(long step) {}

        @Override
        public void strip(String key, StripRecommendation recommendation) {}

        @Override
        public void stripGone(String key, Instant now) {}

        @Override
        public void scenarios(String portfolio, PortfolioScenarios scenarios) {}

        @Override
        public void scenariosGone(String portfolio, Instant now) {}

        @Override
        public void failed(String key, RuntimeException why) {}
    }
}
