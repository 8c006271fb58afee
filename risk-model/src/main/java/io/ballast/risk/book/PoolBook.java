/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import java.util.List;
import java.util.NavigableMap;

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
     * @return whose figures it changed
     * @throws IllegalArgumentException if the event breaks a rule of the pool; state may then be half changed and the
     *     caller must roll the journal back
     */
    Touched apply(BookEvent event);

    /** The position's record, and a flag on it, when an event of it came too late to be put in its place. */
    void markLate(String positionKey);

    /** Positions by key; closed ones stay while there is something to say of them. */
    NavigableMap<String, PositionState> positions();

    /**
     * The figures of one position now.
     *
     * @throws IllegalArgumentException if there is no such position
     */
    PositionFigures figures(String positionKey);

    /**
     * How those figures move with the price from where it is now, in human units; null where they cannot be measured: see
     * {@link PositionFigures#measures}.
     *
     * @throws IllegalArgumentException if there is no such position
     */
    PriceCurve priceCurve(String positionKey);

    /** Sqrt of the price, token1 per token0 in human units; NaN before the first one and without decimals. */
    double sqrtPrice();

    /** A new clock of the fees that the pool pays, in the units that the curves say they earn by. */
    FeeClock feeClock();

    /**
     * True when the position still holds or is owed something: ticks change its figures. Only events that change the rows
     * of the position, its slot or its LP tokens change the answer.
     */
    boolean isOpen(String positionKey);

    Journal journal();

    /** All tables, each with a name that is unique within the book. */
    List<JournaledMap<?, ?>> tables();

    /** An empty book of a pool. */
    static PoolBook open(PoolTerms terms) {
        return terms.open();
    }
}
