/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.SpotLadder;
import io.ballast.risk.aggregate.SpotPoint;
import java.util.List;

/**
 * Positions of one pool as one: all of them, or a portfolio's. It is told of accounts as they change, and figures at any price come
 * without a look at the positions. Sums are exact integers, so what was put in and taken out again leaves nothing.
 *
 * <p>Closed positions are put in as well: they are no part of the group's figures, but what went out of them inside a window is
 * part of its losses over that window.
 *
 * <p>Mutable and single-threaded.
 */
public interface BookGroup {

    /**
     * An account became another.
     *
     * @param before  just as it was put in; null: it was not in the group
     * @param now  null: it is no longer in the group
     */
    void replace(PositionAccount before, PositionAccount now);

    /** How many open ones there are. */
    int count();

    /**
     * How the group stands now; null where the pool has no price or decimals are not known.
     *
     * @param nowMs  event time at which its windows end; the last change of price if that is later
     */
    GroupReading read(long nowMs);

    /**
     * Lets go of what no window needs that ends at a time or later; windows end there at the earliest from now on.
     *
     * @param nowMs  event time of the oldest state that an undo can still bring back
     */
    void forgetBefore(long nowMs);

    /** Figures at other prices of the pool; none where there is none now. */
    List<SpotPoint> at(SpotLadder ladder);

    /** Ticks at which liquidity begins or ends: how long a {@link #curve} is. 0 in a pool without ranges. */
    int boundaries();

    /** What it is at every price; null where it cannot be measured. */
    GroupCurve curve();
}
