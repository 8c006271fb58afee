/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.journal.RowObserver;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.rolling.PastKey;
import io.ballast.risk.rolling.PastValues;
import io.ballast.risk.rolling.WindowStart;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;

/**
 * Losses of a concentrated pool by range, for all positions at once: one sum for the pool and one for each initialised
 * tick that the price has crossed, kept as v3 keeps its fees. A step costs the same however many positions there are, plus a
 * little for each tick that it crosses.
 *
 * <p>The time that the price spends in a range is kept in the same rows in the same way.
 *
 * <p>A tick that was never crossed has no row and counts as zero; what a row starts from does not matter, since only
 * differences inside a range are used, and only while it holds liquidity. So the row of a tick that nobody uses any more may
 * stay until no window looks back to when it was used.
 *
 * <p>Mutable and single-threaded; all state is in journaled tables.
 */
public final class ConcentratedLosses {

    /** The only key of the table of the pool's own losses. */
    public static final Integer POOL_KEY = 0;

    private final ConcentratedPool pool;
    private final Windows windows;
    private final JournaledMap<Integer, AccruedLosses> accrued;
    private final JournaledMap<Integer, OutsideLosses> ticks;
    private final PastValues<PoolPast> poolPast;
    private final PastValues<LossMeasure> tickPast;
    private final StepArithmetic arithmetic = new StepArithmetic();

    /** @param pool  whose ticks they are; its journal is to be this one */
    public ConcentratedLosses(ConcentratedPool pool, Windows windows, Journal journal) {
        this.pool = pool;
        this.windows = windows;
        accrued = new JournaledMap<>("losses", journal);
        ticks = new JournaledMap<>("loss-ticks", journal);
        poolPast = new PastValues<>("loss-past", windows, journal);
        tickPast = new PastValues<>("loss-ticks-past", windows, journal);
    }

    public List<JournaledMap<?, ?>> tables() {
        return List.of(accrued, ticks, poolPast.table(), tickPast.table());
    }

    /** Has this one told of every change of what is outside of a tick. */
    public void observeOutside(RowObserver<Integer, OutsideLosses> observer) {
        ticks.observe(observer);
    }

    /** Has this one told of every change of what is kept of ticks' past. */
    void observePast(RowObserver<PastKey, LossMeasure> observer) {
        tickPast.table().observe(observer);
    }

    /** Losses so far; null before the first price. */
    public AccruedLosses accrued() {
        return accrued.get(POOL_KEY);
    }

    /** Takes the step from where the price was to where the pool's state has it now, if it has one. */
    public void follow(Marks marks) {
        if (pool.state().hasPrice()) {
            follow(pool.state().sqrtPriceX96(), pool.state().tick(), marks);
        }
    }

    private void follow(BigInteger sqrtPriceX96, int tick, Marks marks) {
        AccruedLosses before = accrued();
        if (before == null) {
            accrued.put(POOL_KEY, AccruedLosses.begin(sqrtPriceX96, tick, windows, marks.timeMs()));
        } else if (before.tick() != tick || !before.sqrtPriceX96().equals(sqrtPriceX96)) {
            step(before, sqrtPriceX96, tick, marks);
        }
    }

    private void step(AccruedLosses before, BigInteger sqrtPriceX96, int tick, Marks marks) {
        long now = Math.max(marks.timeMs(), before.sinceMs());
        boolean kept = poolPast.replaced(POOL_KEY, before.past(), before.sinceMs(), now);
        Step step = new Step(before.sqrtPriceX96(), sqrtPriceX96, marks, arithmetic);
        for (int crossed : crossed(before.tick(), tick)) {
            cross(crossed, before, step, now);
        }
        AccruedLosses after = before.moved(sqrtPriceX96, tick, before.grown().plus(step.whole()), now, windows);
        accrued.put(POOL_KEY, kept ? tidiedOne(after) : after);
    }

    private Collection<Integer> crossed(int from, int to) {
        if (from == to) {
            return List.of();
        }
        NavigableMap<Integer, ?> initialised = pool.ticks().view();
        int highest = Math.max(from, to);
        Integer next = initialised.higherKey(Math.min(from, to));
        return next == null || next > highest
                ? List.of()
                : initialised.subMap(next, true, highest, true).keySet();
    }

    private void cross(int tick, AccruedLosses before, Step step, long nowMs) {
        Losses grown = before.grown().plus(step.upTo(pool.sqrtPriceX96AtTick(tick)));
        put(tick, grown.minus(outside(tick)), before.clockMs(nowMs) - timeOutside(tick), before, nowMs);
    }

    private void put(int tick, Losses outside, long timeMs, AccruedLosses pool, long nowMs) {
        OutsideLosses old = ticks.get(tick);
        long since = old == null ? pool.first().timeMs() : old.sinceMs();
        tickPast.replaced(tick, outside(tick).lvr(), since, nowMs);
        ticks.put(tick, new OutsideLosses(outside, timeMs, nowMs));
    }

    /** To be told when liquidity went out: notes since when the ends of a range are out of use, if they are. */
    public void cleared(int tickLower, int tickUpper, Marks marks) {
        cleared(tickLower, marks);
        cleared(tickUpper, marks);
    }

    private void cleared(int tick, Marks marks) {
        if (ticks.get(tick) != null && pool.ticks().get(tick) == null) {
            put(tick, outside(tick), timeOutside(tick), accrued(), timeOf(marks));
        }
    }

    /** Event time of a record as the losses count it: it does not go back behind the last step. */
    public long timeOf(Marks marks) {
        return accrued() == null
                ? marks.timeMs()
                : Math.max(marks.timeMs(), accrued().sinceMs());
    }

    /** Losses of a unit of liquidity in a range so far: differences alone have a meaning. */
    public Losses inside(int tickLower, int tickUpper) {
        AccruedLosses now = accrued();
        if (now == null) {
            return Losses.ZERO;
        }
        Losses lower = outside(tickLower);
        Losses upper = outside(tickUpper);
        if (now.tick() < tickLower) {
            return lower.minus(upper);
        } else if (now.tick() >= tickUpper) {
            return upper.minus(lower);
        }
        return now.grown().minus(lower).minus(upper);
    }

    /**
     * Event time that the price spent in a range up to a time, in milliseconds: differences alone have a meaning. Between two steps
     * the price is where it is.
     *
     * @param nowMs  not before the last step
     */
    public long timeInside(int tickLower, int tickUpper, long nowMs) {
        AccruedLosses now = accrued();
        if (now == null) {
            return 0;
        }
        long lower = timeOutside(tickLower);
        long upper = timeOutside(tickUpper);
        if (now.tick() < tickLower) {
            return lower - upper;
        } else if (now.tick() >= tickUpper) {
            return upper - lower;
        }
        return now.clockMs(nowMs) - lower - upper;
    }

    /** When the price crossed a tick last, if that is in use; the first price's time if it never did. Only after that. */
    public long crossedMs(int tick) {
        OutsideLosses row = ticks.get(tick);
        return row == null ? accrued().first().timeMs() : row.sinceMs();
    }

    private long timeOutside(int tick) {
        OutsideLosses row = ticks.get(tick);
        return row == null ? 0 : row.timeMs();
    }

    /** Loss versus rebalancing of a unit of liquidity in a range up to the start of a window, on the same count. */
    public LossMeasure insideAt(WindowStart start, int tickLower, int tickUpper) {
        if (!start.complete()) {
            return LossMeasure.ZERO;
        }
        PoolPast then = poolAt(start.timeMs());
        LossMeasure lower = outsideAt(start.timeMs(), tickLower);
        LossMeasure upper = outsideAt(start.timeMs(), tickUpper);
        if (then.tick() < tickLower) {
            return lower.minus(upper);
        } else if (then.tick() >= tickUpper) {
            return upper.minus(lower);
        }
        return then.lvr().minus(lower).minus(upper);
    }

    /** The pool as of a window's start. Only after the first price. */
    PoolPast poolAt(long startMs) {
        return poolPast.at(POOL_KEY, startMs, accrued().past());
    }

    /** Loss versus rebalancing on the other side of a tick from the price as of a window's start. */
    LossMeasure outsideAt(long startMs, int tick) {
        return tickPast.at(tick, startMs, outside(tick).lvr());
    }

    /** Until when what a tick had as of a window's start stayed as it was; null: until now. */
    Long outsideHeldUntil(long startMs, int tick) {
        return tickPast.heldUntil(tick, startMs);
    }

    /** Windows that end at a time, or with the last step if that is later; those of which something can be said. */
    public List<StartedWindow> starts(long nowMs) {
        return WindowStarts.of(accrued(), poolPast, windows, nowMs);
    }

    /** Losses of a unit of liquidity over all prices so far. */
    public Losses global() {
        return accrued() == null ? Losses.ZERO : accrued().grown();
    }

    /** Losses on the other side of a tick from the price; zero for one never crossed. */
    public Losses outside(int tick) {
        OutsideLosses row = ticks.get(tick);
        return row == null ? Losses.ZERO : row.outside();
    }

    /** One tick in turn, so that what was left behind far from the price goes too. */
    private AccruedLosses tidiedOne(AccruedLosses now) {
        Integer next = ticks.view().higherKey(now.tidied());
        if (next == null) {
            return ticks.view().isEmpty() ? now : now.withTidied(Integer.MIN_VALUE);
        }
        tickPast.tidy(next, now.sinceMs());
        boolean used = pool.ticks().get(next) != null
                || tickPast.has(next)
                || ticks.get(next).sinceMs() > windows.longest().startAt(now.sinceMs());
        if (!used) {
            ticks.remove(next);
        }
        return now.withTidied(next);
    }
}
