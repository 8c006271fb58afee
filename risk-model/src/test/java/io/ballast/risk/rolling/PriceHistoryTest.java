/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {

    private static final Window MINUTE = new Window("1m", 60_000);
    private static final Windows WINDOWS = new Windows(List.of(MINUTE, new Window("1h", 3_600_000)));
    private static final PricePoint FIRST = new PricePoint(10_500, price(100));

    private static BigInteger price(long value) {
        return BigInteger.valueOf(value);
    }

    @Test
    void shouldHoldThePriceAsOfTheGridPoint() {
        PriceHistory history = PriceHistory.begin(WINDOWS, FIRST)
                .advance(20_000, price(100)) // 200 comes at 20 s sharp: it is the price as of 20 s
                .advance(20_001, price(200)); // 300 comes just after
        assertThat(history.startOf(MINUTE, 79_999, price(300))).isEqualTo(new WindowStart(19_000, price(100), true));
        assertThat(history.startOf(MINUTE, 80_000, price(300))).isEqualTo(new WindowStart(20_000, price(200), true));
        assertThat(history.startOf(MINUTE, 81_000, price(300))).isEqualTo(new WindowStart(21_000, price(300), true));
    }

    @Test
    void shouldTakeThePriceNowWhereNoTickHasComeSince() {
        PriceHistory history = PriceHistory.begin(WINDOWS, FIRST);
        assertThat(history.startOf(MINUTE, 500_000, price(100))).isEqualTo(new WindowStart(440_000, price(100), true));
    }

    @Test
    void shouldStartAtTheFirstPriceAndSaySoWhileFollowedForLess() {
        PriceHistory history = PriceHistory.begin(WINDOWS, FIRST).advance(70_000, price(100));
        assertThat(history.startOf(MINUTE, 70_999, price(200))).isEqualTo(new WindowStart(10_500, price(100), false));
        assertThat(history.startOf(MINUTE, 71_000, price(200))).isEqualTo(new WindowStart(11_000, price(100), true));
    }

    @Test
    void shouldDoNothingBetweenGridPoints() {
        PriceHistory history = PriceHistory.begin(WINDOWS, FIRST).advance(15_500, price(100));
        assertThat(history.advance(16_000, price(200))).isSameAs(history);
        assertThat(history.advance(15_000, price(200))).isSameAs(history);
        assertThat(history.advance(16_001, price(200))).isNotSameAs(history);
    }

    @Test
    void shouldBeGivenBackByItsParts() {
        PriceHistory history = walked(new Random(1), 500);
        PricePoint now = new PricePoint(9_000_000, price(7));
        PriceHistory restored = PriceHistory.restored(WINDOWS, history.first(), history.grids(), now);
        assertThat(restored.grids()).isEqualTo(history.grids());
        assertThat(restored.first()).isEqualTo(FIRST);
        Windows more = new Windows(List.of(MINUTE, new Window("3h", 10_800_000)));
        PriceHistory begun = PriceHistory.restored(more, history.first(), history.grids(), now);
        assertThat(begun.startOf(MINUTE, 9_030_000, price(8))).isEqualTo(new WindowStart(9_000_000, price(7), false));
    }

    @Test
    void shouldKeepAtMost61PointsAWindow() {
        PriceHistory history = walked(new Random(2), 20_000);
        for (GridPrices grid : history.grids()) {
            assertThat(grid.points()).hasSizeBetween(50, 61);
        }
    }

    @Test
    void shouldRefuseAWindowItDoesNotKeep() {
        PriceHistory history = PriceHistory.begin(WINDOWS, FIRST);
        assertThatThrownBy(() -> history.startOf(new Window("2h", 7_200_000), 0, price(1)))
                .hasMessageContaining("2h");
    }

    private static PriceHistory walked(Random random, int ticks) {
        PriceHistory history = PriceHistory.begin(WINDOWS, FIRST);
        long now = FIRST.timeMs();
        for (int i = 0; i < ticks; i++) {
            now += random.nextInt(1_000);
            history = history.advance(now, price(1 + random.nextInt(1_000)));
        }
        return history;
    }
}
