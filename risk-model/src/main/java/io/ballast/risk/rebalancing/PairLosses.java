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
 * Losses of a constant product pair for each LP token. All holders have the same range, so there is one sum and no ticks:
 * a step adds {@code (sqrt(k) / supply) * (t - s)^2 / s}. Fees stay in the pair and make sqrt(k) grow: they lose along.
 *
 * <p>Mutable and single-threaded; all state is in journaled tables.
 */
public final class PairLosses {

    private static final Integer POOL_KEY = ConcentratedLosses.POOL_KEY;
    private static final int FRACTION_BITS = 96;

    private final Windows windows;
    private final JournaledMap<Integer, AccruedLosses> accrued;
    private final PastValues<PoolPast> past;
    private final StepArithmetic arithmetic = new StepArithmetic();

    public PairLosses(Windows windows, Journal journal) {
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
     * Takes a step.
     *
     * @param sqrtPriceX96  root of reserve1 / reserve0 after it, Q64.96, rounded down; positive
     * @param depthX96  sqrt(reserve0 * reserve1) that made the step, times 2^96
     * @param supply  LP tokens that share it; zero: nobody loses
     */
    public void follow(BigInteger sqrtPriceX96, BigInteger depthX96, BigInteger supply, Marks marks) {
        AccruedLosses before = accrued();
        if (before == null) {
            accrued.put(POOL_KEY, AccruedLosses.begin(sqrtPriceX96, 0, windows, marks.timeMs()));
        } else if (!before.sqrtPriceX96().equals(sqrtPriceX96)) {
            long now = timeOf(marks);
            past.replaced(POOL_KEY, before.past(), before.sinceMs(), now);
            Losses step = perToken(
                    new Step(before.sqrtPriceX96(), sqrtPriceX96, marks, arithmetic).whole(), depthX96, supply);
            accrued.put(POOL_KEY, before.moved(sqrtPriceX96, 0, before.grown().plus(step), now, windows));
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

    private static Losses perToken(Losses ofUnit, BigInteger depthX96, BigInteger supply) {
        return supply.signum() == 0
                ? Losses.ZERO
                : new Losses(perToken(ofUnit.lvr(), depthX96, supply), perToken(ofUnit.markout(), depthX96, supply));
    }

    /** The unpriced part says only that there is one: left as it is it cannot be rounded to nothing. */
    private static LossMeasure perToken(LossMeasure ofUnit, BigInteger depthX96, BigInteger supply) {
        BigInteger whole = supply.shiftLeft(FRACTION_BITS);
        return new LossMeasure(
                ofUnit.token1X160().multiply(depthX96).divide(whole),
                ofUnit.usdX256().multiply(depthX96).divide(whole),
                ofUnit.unpricedX96());
    }
}
