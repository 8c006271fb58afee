/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * How long a pool has been as far from the market as it is. Immutable.
 *
 * @param side  what an arbitrageur would do
 * @param sinceMs  since when that is so
 */
public record GapState(PoolGap.Side side, long sinceMs) {

    /**
     * The state after one more look.
     *
     * @param before  null: there was no market price to compare with
     */
    public static GapState after(GapState before, PoolGap gap, long timeMs) {
        return before != null && before.side == gap.side() ? before : new GapState(gap.side(), timeMs);
    }
}
