/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.depth.PoolDepth;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.Windows;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything known of one pool: its own state and the positions in it.
 *
 * <p>Mutable and single-threaded. All of its state is in {@link #tables()}, which share one {@link #journal()}: an event
 * that is refused is rolled back, one that turns out to be out of place is undone.
 */
public interface PoolBook {

    /** What the pool was created with. */
    PoolTerms terms();

    /**
     * Applies one event.
     *
     * @param marks  its event time and the market's prices then: the same whenever it is applied again
     * @return whose figures it changed
     * @throws IllegalArgumentException if the event breaks a rule of the pool; state may then be half changed and the
     *     caller must roll the journal back
     */
    Touched apply(BookEvent event, Marks marks);

    /** Applies an event of which no market price and no time is known. */
    default Touched apply(BookEvent event) {
        return apply(event, Marks.NONE);
    }

    /** The position's record, and a flag on it, when an event of it came too late to be put in its place. */
    void markLate(String positionKey);

    /** Positions by key; closed ones stay while there is something to say of them. Only while they are in memory. */
    NavigableMap<String, PositionState> positions();

    /** What is kept of a position; null: there is none. */
    PositionState position(String positionKey);

    /** Accounts of all positions, closed ones that there is something to say of included; none may be changed meanwhile. */
    void forEachAccount(Consumer<? super PositionAccount> action);

    /** What not to rely on in any position of the pool now. */
    Set<Quality> flags();

    /** The pool itself now. */
    PoolFigures pool();

    /**
     * True between two logs of one action of the contract: figures make no sense until the second has come. Of a pair, between
     * the transfer that mints or burns LP tokens and the log that says what was paid.
     */
    default boolean isMidway() {
        return false;
    }

    /**
     * The figures of one position now.
     *
     * @param nowMs  event time at which its windows end; the last change of price if that is later
     * @throws IllegalArgumentException if there is no such position
     */
    PositionFigures figures(String positionKey, long nowMs);

    /** The figures of one position as of the last change of price. */
    default PositionFigures figures(String positionKey) {
        return figures(positionKey, 0);
    }

    /**
     * How those figures move with the price from where it is now, in human units; null where they cannot be measured: see
     * {@link PositionFigures#measures}.
     *
     * @throws IllegalArgumentException if there is no such position
     */
    PriceCurve priceCurve(String positionKey);

    /** Sqrt of the price, token1 per token0 in human units; NaN before the first one and without decimals. */
    double sqrtPrice();

    /**
     * Tells the curve of now from another: equal as long as figures move with the price as they did. It changes where parameters
     * do, such as an amplification on a ramp.
     */
    default Object curveNow() {
        return this;
    }

    /** A new clock of the fees that the pool pays, in the units that the curves say they earn by. */
    FeeClock feeClock();

    /** The figures that a position would have now if this were what is kept of it: of one that was just removed. */
    PositionFigures figures(PositionState position, long nowMs);

    /**
     * The pool's liquidity where windows start, shortest first.
     *
     * @param nowMs  event time at which they end; the last change if that is later
     */
    List<LiquidityOver> liquidityOver(long nowMs);

    /** Just-in-time liquidity so far; of pools without ranges none is looked for. */
    default JitState justInTime() {
        return JitState.NONE;
    }

    /** What the pool's curve and fee are now. */
    PoolParameters parameters();

    /** What the pool holds beyond its price, in raw units; null: there is no price, or not all of it is known. */
    PoolDepth depth();

    /**
     * The same without a part of a position.
     *
     * @param part  in [0, 1]
     */
    PoolDepth depthWithout(PositionFigures position, double part);

    /** What the rows say of a position; null: there is none. */
    PositionAccount account(String positionKey);

    /** True when the position still holds or is owed something: ticks change its figures. */
    default boolean isOpen(String positionKey) {
        PositionAccount account = account(positionKey);
        return account != null && account.isOpen();
    }

    /** An empty group of this pool's positions. */
    BookGroup newGroup();

    /** Worth of no positions yet, at this book's price. */
    GroupWorth newWorth();

    /** Has this one told of every change to accounts from now on, in place of who was told before. */
    void observe(AccountObserver observer);

    Journal journal();

    /** All tables, each with a name that is unique within the book. */
    List<JournaledMap<?, ?>> tables();

    /** An empty book of a pool, with the usual windows. */
    static PoolBook open(PoolTerms terms) {
        return open(terms, Windows.DEFAULT);
    }

    /** An empty book of a pool that reports losses over some windows. */
    static PoolBook open(PoolTerms terms, Windows windows) {
        return terms.open(windows);
    }
}
