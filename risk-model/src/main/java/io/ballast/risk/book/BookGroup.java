/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.SpotLadder;
import io.ballast.risk.aggregate.SpotPoint;
import java.util.List;

/**
 * Positions of one pool as one: all of them, or a portfolio's. Accounts are put in and taken out as they change, and figures at
 * any price come without a look at the positions. Sums are exact integers, so what was put in and taken out again leaves nothing.
 *
 * <p>Mutable and single-threaded.
 */
public interface BookGroup {

    /** Puts an account in. */
    void add(PositionAccount account);

    /** Takes out an account that was put in just as it is. */
    void subtract(PositionAccount account);

    /** How many there are. */
    int count();

    /** How the group stands now; null where the pool has no price or decimals are not known. */
    GroupReading read();

    /** Figures at other prices of the pool; none where there is none now. */
    List<SpotPoint> at(SpotLadder ladder);

    /** Ticks at which liquidity begins or ends: how long a {@link #curve} is. 0 in a pool without ranges. */
    int boundaries();

    /** What it is at every price; null where it cannot be measured. */
    GroupCurve curve();
}
