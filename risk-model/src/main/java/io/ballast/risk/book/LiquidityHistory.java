/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.PastValues;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.List;

/**
 * How much liquidity a pool had where windows start, to tell when it has gone. Old values are kept only where a window can start. Mutable and
 * single-threaded; all of its state is in journaled tables.
 */
public final class LiquidityHistory {

    /** Name of the table of what there is now. */
    public static final String NOW = "liquidity";

    /** Name of the table of what there was. */
    public static final String PAST = "liquidity-past";

    private static final Integer KEY = 0;

    private final Windows windows;
    private final JournaledMap<Integer, HeldLiquidity> now;
    private final PastValues<BigInteger> past;

    public LiquidityHistory(Windows windows, Journal journal) {
        this.windows = windows;
        now = new JournaledMap<>(NOW, journal);
        past = new PastValues<>(PAST, windows, journal);
    }

    public List<JournaledMap<?, ?>> tables() {
        return List.of(now, past.table());
    }

    /** To be told of the pool's liquidity after every event that may change it. */
    public void follow(BigInteger liquidity, Marks marks) {
        HeldLiquidity before = now.get(KEY);
        if (before == null) {
            now.put(KEY, new HeldLiquidity(liquidity, marks.timeMs(), liquidity, marks.timeMs()));
        } else if (!before.liquidity().equals(liquidity)) {
            long nowMs = Math.max(marks.timeMs(), before.sinceMs());
            past.replaced(KEY, before.liquidity(), before.sinceMs(), nowMs);
            now.put(KEY, new HeldLiquidity(liquidity, nowMs, before.first(), before.firstMs()));
        }
    }

    /** Over the windows that end at a time, shortest first; none before the first event. */
    public List<LiquidityOver> over(long nowMs) {
        HeldLiquidity held = now.get(KEY);
        return held == null
                ? List.of()
                : windows.all().stream()
                        .map(window -> over(window.lengthMs(), window.startAt(Math.max(nowMs, held.sinceMs())), held))
                        .toList();
    }

    private LiquidityOver over(long lengthMs, long startMs, HeldLiquidity held) {
        return startMs < held.firstMs()
                ? new LiquidityOver(lengthMs, held.firstMs(), false, held.first())
                : new LiquidityOver(lengthMs, startMs, true, past.at(KEY, startMs, held.liquidity()));
    }
}
