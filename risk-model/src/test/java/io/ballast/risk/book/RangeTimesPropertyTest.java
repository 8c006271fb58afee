/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.range.TimeInRange;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Time in range, against one stop watch for each position that is looked at in every event. */
class RangeTimesPropertyTest {

    /** One position's stop watch. */
    private static final class Watch {
        private final SlotKey slot;
        private BigInteger liquidity = BigInteger.ZERO;
        private RangeState state;
        private long heldMs;
        private long insideMs;
        private long stateSinceMs;

        Watch(SlotKey slot) {
            this.slot = slot;
        }

        void goOn(long elapsedMs, RangeState during) {
            if (liquidity.signum() > 0) {
                heldMs += elapsedMs;
                insideMs += during == RangeState.IN_RANGE ? elapsedMs : 0;
            }
        }

        /** The price is there from now on. */
        void look(RangeState now, long nowMs) {
            if (liquidity.signum() == 0) {
                state = null;
            } else if (state != now) {
                state = now;
                stateSinceMs = nowMs;
            }
        }

        TimeInRange time() {
            return new TimeInRange(heldMs, insideMs, stateSinceMs);
        }
    }

    private final Map<String, Watch> watches = new TreeMap<>();
    private int tick;
    private long nowMs;

    @Property(tries = 40)
    void shouldBeTheSumOfEveryMoment(@ForAll long seed) {
        watches.clear();
        nowMs = RandomHistory.BEGIN_MS;
        PoolBook book = PoolBook.open(RandomHistory.TERMS, Windows.DEFAULT);
        List<Map<String, TimeInRange>> seen = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        List<List<Change<?, ?>>> changes = new ArrayList<>();
        for (Arrival<String> arrival : RandomHistory.of(seed, 300)) {
            book.apply(arrival.event(), arrival.marks());
            changes.add(book.journal().cut());
            follow(arrival.event(), arrival.marks().timeMs());
            seen.add(expected());
            times.add(nowMs);
            assertThat(times(book, nowMs)).isEqualTo(seen.get(seen.size() - 1));
        }
        for (int i = changes.size() - 1; i > 0; i--) {
            Journal.undo(changes.get(i));
            assertThat(times(book, times.get(i - 1))).isEqualTo(seen.get(i - 1));
        }
    }

    private void follow(BookEvent event, long timeMs) {
        watches.values().forEach(watch -> watch.goOn(timeMs - nowMs, stateOf(watch.slot)));
        nowMs = timeMs;
        if (event instanceof BookEvent.Initialize initialize) {
            tick = initialize.tick();
        } else if (event instanceof BookEvent.Swap swap) {
            tick = swap.tick();
        } else if (event instanceof BookEvent.SlotMint mint) {
            change(mint.slot(), mint.liquidity());
        } else if (event instanceof BookEvent.SlotBurn burn) {
            change(burn.slot(), burn.liquidity().negate());
        }
        watches.values().forEach(watch -> watch.look(stateOf(watch.slot), nowMs));
    }

    private void change(SlotKey slot, BigInteger by) {
        Watch watch = watches.computeIfAbsent(PositionIdentity.directKey(slot), key -> new Watch(slot));
        watch.liquidity = watch.liquidity.add(by);
    }

    private RangeState stateOf(SlotKey slot) {
        if (tick < slot.tickLower()) {
            return RangeState.BELOW;
        }
        return tick < slot.tickUpper() ? RangeState.IN_RANGE : RangeState.ABOVE;
    }

    private Map<String, TimeInRange> expected() {
        Map<String, TimeInRange> times = new HashMap<>();
        watches.forEach((key, watch) -> {
            if (watch.liquidity.signum() > 0) {
                times.put(key, watch.time());
            }
        });
        return times;
    }

    private static Map<String, TimeInRange> times(PoolBook book, long nowMs) {
        Map<String, TimeInRange> times = new HashMap<>();
        for (String key : book.positions().keySet()) {
            TimeInRange time = book.figures(key, nowMs).time();
            if (time != null) {
                times.put(key, time);
            }
        }
        return times;
    }
}
