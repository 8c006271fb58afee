/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.GroupFigures;

/**
 * What a group of positions of one pool is at every price, apart from the pool it was taken from: whoever has it can value the
 * group without the positions. Immutable, human units.
 */
public sealed interface GroupCurve permits ConcentratedGroupCurve, ShareGroupCurve {

    /** How many positions are in it. */
    int positions();

    /**
     * Figures at a price, which are those of the group itself.
     *
     * @param price  token1 per token0, positive and finite
     */
    GroupFigures at(double price);

    /**
     * True if the other one says the same but for fees that have grown since.
     *
     * @param price  the pool's
     * @param tolerance  by how much amounts may differ, as a fraction of them
     */
    boolean isCloseTo(GroupCurve other, double price, double tolerance);
}
