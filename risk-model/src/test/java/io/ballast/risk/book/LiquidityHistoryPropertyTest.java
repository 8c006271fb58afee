/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A pool's liquidity at the start of windows, against everything that it ever was. */
class LiquidityHistoryPropertyTest {

    private static final long BEGIN_MS = 1_700_000_123_456L;

    @Property(tries = 50)
    void shouldKnowWhatTheLiquidityWas(@ForAll long seed) {
        Random random = new Random(seed);
        Journal journal = new Journal();
        LiquidityHistory history = new LiquidityHistory(Windows.DEFAULT, journal);
        NavigableMap<Long, BigInteger> truth = new TreeMap<>();
        List<List<Change<?, ?>>> changes = new ArrayList<>();
        List<List<LiquidityOver>> seen = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        long nowMs = BEGIN_MS;
        for (int i = 0; i < 200; i++) {
            nowMs += 1 + random.nextInt(i % 20 == 0 ? 40_000_000 : 100_000);
            BigInteger liquidity = BigInteger.valueOf(random.nextInt(5));
            truth.put(nowMs, liquidity);
            history.follow(liquidity, Marks.at(nowMs));
            changes.add(journal.cut());
            seen.add(history.over(nowMs));
            times.add(nowMs);
            assertThat(seen.get(i)).isEqualTo(expected(truth, nowMs));
        }
        for (int i = changes.size() - 1; i > 0; i--) {
            Journal.undo(changes.get(i));
            assertThat(history.over(times.get(i - 1))).isEqualTo(seen.get(i - 1));
        }
    }

    private static List<LiquidityOver> expected(NavigableMap<Long, BigInteger> truth, long nowMs) {
        List<LiquidityOver> expected = new ArrayList<>();
        for (Window window : Windows.DEFAULT.all()) {
            long startMs = window.startAt(nowMs);
            boolean complete = startMs >= truth.firstKey();
            long sinceMs = complete ? startMs : truth.firstKey();
            expected.add(new LiquidityOver(
                    window.lengthMs(),
                    sinceMs,
                    complete,
                    truth.floorEntry(sinceMs).getValue()));
        }
        return expected;
    }
}
