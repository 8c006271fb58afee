/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MarketTest {

    private final Market market = new Market(Rules.MARKET, MarketState.empty(false));

    @Test
    void shouldSayAPriceThatMovedAndOneThatIsOldAndNoOther() {
        assertThat(isDue(100, 0)).isTrue();
        assertThat(isDue(100.009, 1)).isFalse();
        assertThat(isDue(100.011, 2)).isTrue();
        assertThat(isDue(100.012, 11)).isFalse();
        assertThat(isDue(100.012, 12)).isTrue();
    }

    @Test
    void shouldSayAtOnceThatSomethingIsWrong() {
        isDue("a", 100, 0);
        isDue("b", 100, 1);
        isDue("c", 100, 2);
        assertThat(isDue("b", 100, 3)).isFalse();
        assertThat(isDue("b", 200, 4)).isFalse();
        assertThat(isDue("c", 300, 5)).as("nobody agrees").isTrue();
    }

    /** The first price of all was wrong, and nobody was there yet to deny it: that is no reason to believe the next wrong one. */
    @Test
    void shouldNotTakeAJumpThatNeverWasForUnrest() {
        market.take("a", Observation.trade(110, 0));
        for (int second = 1; second < 120; second++) {
            market.take("abc".substring(second % 3, second % 3 + 1), Observation.trade(100, second * 1000L));
        }

        MarketFigures figures =
                market.take("a", Observation.trade(110, 125_000)).orElseThrow();

        assertThat(figures.price().price()).isEqualTo(100);
        assertThat(figures.price().count(Standing.REJECTED)).isOne();
    }

    @Test
    void shouldSayThatAStableAssetLostItsPar() {
        Market usdc = new Market(Rules.MARKET, MarketState.empty(true));
        usdc.take("a", Observation.trade(0.9, 0));
        assertThat(usdc.take("a", Observation.trade(0.9, 59_999)).orElseThrow().depegged())
                .isFalse();
        MarketFigures lost = usdc.take("a", Observation.trade(0.9, 60_000)).orElseThrow();
        assertThat(lost.depegged()).isTrue();
        assertThat(lost.peg().sinceMs()).isZero();
    }

    @Test
    void shouldCrossTwoPricesAtTheTimeOfTheOlder() {
        Market eth = new Market(Rules.MARKET, MarketState.empty(false));
        Market btc = new Market(Rules.MARKET, MarketState.empty(false));
        eth.take("a", Observation.quote(2999, 3001, 5000));
        btc.take("a", Observation.quote(59_990, 60_010, 3000));

        CrossedPrice ethBtc =
                CrossedPrice.of(eth.last().orElseThrow(), btc.last().orElseThrow());

        assertThat(ethBtc.price()).isCloseTo(0.05, within(1e-15));
        assertThat(ethBtc.timeMs()).isEqualTo(3000);
        assertThat(ethBtc.spread()).isCloseTo(2.0 / 3000 + 20.0 / 60_000, within(1e-12));
        assertThat(ethBtc.observation().timeMs()).isEqualTo(3000);
    }

    @Property(tries = 30)
    void shouldGoOnTheSameFromWhatIsRemembered(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        java.util.Random random = new java.util.Random(seed);
        Market running = new Market(Rules.MARKET, MarketState.empty(true));
        Market restarted = new Market(Rules.MARKET, MarketState.empty(true));
        long timeMs = 0;
        double price = 1;
        for (int i = 0; i < 300; i++) {
            timeMs += random.nextInt(40_000);
            price *= Math.exp(0.002 * random.nextGaussian() + (random.nextInt(50) == 0 ? 0.1 : 0));
            String source = "s" + random.nextInt(4);
            Observation seen = Observation.trade(price, timeMs);

            restarted = new Market(Rules.MARKET, restarted.state());
            Optional<MarketFigures> figures = running.take(source, seen);
            assertThat(restarted.take(source, seen)).isEqualTo(figures);
            Market again = restarted;
            figures.ifPresent(now -> assertThat(again.isDue(now)).isEqualTo(running.isDue(now)));
        }
    }

    private boolean isDue(double price, int second) {
        return isDue("a", price, second);
    }

    private boolean isDue(String source, double price, int second) {
        return market.isDue(
                market.take(source, Observation.trade(price, second * 1000L)).orElseThrow());
    }
}
