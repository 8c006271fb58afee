/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.Windows;
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

    /** Positions by key; closed ones stay while there is something to say of them. */
    NavigableMap<String, PositionState> positions();

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
     * True when the position still holds or is owed something: ticks change its figures. Only events that change the rows
     * of the position, its slot or its LP tokens change the answer.
     */
    boolean isOpen(String positionKey);

    Journal journal();

    /** All tables, each with a name that is unique within the book. */
    List<JournaledMap<?, ?>> tables();

    /** An empty book of a pool, with the usual windows. */
    static PoolBook open(PoolTerms terms) {
        return open(terms, Windows.DEFAULT);
    }

    /** An empty book of a pool that reports losses over some windows. */
    static PoolBook open(PoolTerms terms, Windows windows) {
        return switch (terms.curve()) {
            case CONCENTRATED -> new ConcentratedBook(terms, windows);
            case CONSTANT_PRODUCT -> new ConstantProductBook(terms, windows);
        };
    }
}
