/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcentratedLossesTest {

    private static final long BEGIN_MS = 1_700_000_000_000L;
    private static final Window MINUTE = new Window("1m", 60_000);
    private static final Window TWO_MINUTES = new Window("2m", 120_000);

    private final Journal journal = new Journal();
    private final ConcentratedPool pool = new ConcentratedPool(3000, 60, journal);
    private final ConcentratedLosses losses = new ConcentratedLosses(pool, new Windows(List.of(MINUTE)), journal);

    @Test
    void shouldLoseNothingByTheFirstPrice() {
        move(losses, 10, BEGIN_MS);

        assertThat(losses.global()).isEqualTo(Losses.ZERO);
        assertThat(losses.inside(-60, 60)).isEqualTo(Losses.ZERO);
    }

    @Test
    void shouldForgetATickLongAfterNobodyUsesIt() {
        SlotKey slot = new SlotKey("0xa", -60, 60);
        pool.mint(slot, BigInteger.TEN);
        move(losses, 10, BEGIN_MS);
        move(losses, 100, BEGIN_MS + 2_000);
        pool.burn(slot, BigInteger.TEN);
        losses.cleared(-60, 60, Marks.at(BEGIN_MS + 4_000));
        assertThat(losses.outside(60)).isNotEqualTo(Losses.ZERO);

        for (int i = 0; i < 100; i++) {
            move(losses, 100 + i, BEGIN_MS + 6_000 + i * 2_000L);
        }

        assertThat(losses.outside(60)).isEqualTo(Losses.ZERO);
        assertThat(table("loss-ticks").view()).isEmpty();
        assertThat(table("loss-ticks-past").view()).isEmpty();
    }

    @Test
    void shouldNotReportAWindowBeforeItLiesWhollyAfterItWasAdded() {
        for (int i = 0; i < 200; i++) {
            move(losses, i % 50, BEGIN_MS + i * 1_000L);
        }
        ConcentratedLosses more =
                new ConcentratedLosses(pool, new Windows(List.of(MINUTE, TWO_MINUTES)), new Journal());
        for (int i = 0; i < losses.tables().size(); i++) {
            copy(losses.tables().get(i), more.tables().get(i));
        }
        assertThat(more.starts(BEGIN_MS + 200_000))
                .extracting(StartedWindow::window)
                .containsExactly(MINUTE);
        long addedMs = BEGIN_MS + 201_000;
        move(more, 7, addedMs);
        move(more, 3, addedMs + 1_000); // the window will start just here
        LossMeasure grownThen = more.inside(-60, 60).lvr();
        for (int i = 0; i < 119; i++) {
            move(more, i % 50, addedMs + 2_000 + i * 1_000L);
        }
        assertThat(more.starts(addedMs + 119_999))
                .extracting(StartedWindow::window)
                .containsExactly(MINUTE);
        List<StartedWindow> both = more.starts(addedMs + 121_000);
        assertThat(both).extracting(StartedWindow::window).containsExactly(MINUTE, TWO_MINUTES);
        assertThat(more.insideAt(both.get(1).start(), -60, 60)).isEqualTo(grownThen);
    }

    @Test
    void shouldRefusePricesThatAreNone() {
        assertThatThrownBy(() -> Marks.NONE.withUsdPerToken1(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> Marks.NONE.withMarketPrice(Double.NaN, 18, 18)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Marks(0, BigInteger.ZERO, null)).hasMessageContaining("usdPerToken1X96 0");
        assertThat(Marks.NONE.withMarketPrice(1e30, 0, 18)).isEqualTo(Marks.NONE);
        assertThat(Marks.NONE.withUsdPerToken1(1e-40)).isEqualTo(Marks.NONE);
    }

    private void move(ConcentratedLosses follower, int tick, long timeMs) {
        pool.moveTo(TickMath.sqrtPriceX96AtTick(tick), tick);
        follower.follow(Marks.at(timeMs));
    }

    private JournaledMap<?, ?> table(String name) {
        return losses.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static <K extends Comparable<? super K>, V> void copy(JournaledMap<K, V> from, JournaledMap<?, ?> to) {
        from.view().forEach(((JournaledMap<K, V>) to)::restore);
    }
}
