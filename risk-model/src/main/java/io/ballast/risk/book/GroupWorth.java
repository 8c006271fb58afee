/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/**
 * Worth of some positions of one pool as one, and nothing else: lighter than a {@link BookGroup}. What was put in and taken out again
 * leaves nothing. Closed positions count for nothing. Mutable and single-threaded.
 */
public interface GroupWorth {

    /**
     * An account became another.
     *
     * @param before  just as it was put in; null: it was not in the group
     * @param now  null: it is no longer in the group
     */
    void replace(PositionAccount before, PositionAccount now);

    /** How many open ones there are. */
    int count();

    /** Worth of the principal at the pool's price, token1, whole tokens; null where the pool has no price or decimals are not known. */
    Double value();
}
