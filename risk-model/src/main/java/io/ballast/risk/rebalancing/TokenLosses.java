/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rolling.PastValues;
import io.ballast.risk.rolling.WindowStart;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.List;

/**
 * Losses of a pool of shares for each LP token. All holders have the same range, so there is one sum and no ticks. What a step
 * adds to it is a matter of the pool's curve.
 *
 * <p>Mutable and single-threaded; all state is in journaled tables.
 */
public final class TokenLosses {

    private static final Integer POOL_KEY = ConcentratedLosses.POOL_KEY;

    private final Windows windows;
    private final JournaledMap<Integer, AccruedLosses> accrued;
    private final PastValues<PoolPast> past;

    public TokenLosses(Windows windows, Journal journal) {
        this.windows = windows;
        accrued = new JournaledMap<>("losses", journal);
        past = new PastValues<>("loss-past", windows, journal);
    }

    public List<JournaledMap<?, ?>> tables() {
        return List.of(accrued, past.table());
    }

    /** Losses so far; null before the first price. */
    public AccruedLosses accrued() {
        return accrued.get(POOL_KEY);
    }

    /**
     * The price is another, or the first one.
     *
     * @param sqrtPriceX96  root of the price now, Q64.96, rounded down; positive
     * @param lost  what each LP token has lost on the way; nothing where nobody traded
     */
    public void moved(BigInteger sqrtPriceX96, Losses lost, Marks marks) {
        AccruedLosses before = accrued();
        if (before == null) {
            accrued.put(POOL_KEY, AccruedLosses.begin(sqrtPriceX96, 0, windows, marks.timeMs()));
        } else if (!before.sqrtPriceX96().equals(sqrtPriceX96) || !lost.equals(Losses.ZERO)) {
            long now = timeOf(marks);
            past.replaced(POOL_KEY, before.past(), before.sinceMs(), now);
            accrued.put(POOL_KEY, before.moved(sqrtPriceX96, 0, before.grown().plus(lost), now, windows));
        }
    }

    /** Event time of a record as the losses count it: it does not go back behind the last step. */
    public long timeOf(Marks marks) {
        return accrued() == null
                ? marks.timeMs()
                : Math.max(marks.timeMs(), accrued().sinceMs());
    }

    /** Losses of one LP token so far. */
    public Losses perToken() {
        return accrued() == null ? Losses.ZERO : accrued().grown();
    }

    /** Loss versus rebalancing of one LP token up to the start of a window. */
    public LossMeasure perTokenAt(WindowStart start) {
        return start.complete()
                ? past.at(POOL_KEY, start.timeMs(), accrued().past()).lvr()
                : LossMeasure.ZERO;
    }

    /** Windows that end at a time, or with the last step if that is later; those of which something can be said. */
    public List<StartedWindow> starts(long nowMs) {
        return WindowStarts.of(accrued(), past, windows, nowMs);
    }
}
