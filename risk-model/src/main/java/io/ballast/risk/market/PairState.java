/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import java.util.Map;

/**
 * All that merging remembers of a pair.
 *
 * @param clockMs  latest time that any source has told
 * @param sources  by id
 * @param last  the last good price; null: none yet
 * @param disputeSinceMs  since when the sources disagree and no majority can settle it; null: they do not
 */
public record PairState(long clockMs, Map<String, SourceState> sources, LastPrice last, Long disputeSinceMs) {

    /** Nothing seen yet. */
    public static final PairState EMPTY = new PairState(Long.MIN_VALUE, Map.of(), null, null);

    public PairState {
        sources = Map.copyOf(sources);
    }

    /**
     * A good price.
     *
     * @param observedMs  of the newest source that it rests on
     * @param oldestMs  of the oldest
     * @param spread  as a fraction of the price; null: none is a quote
     * @param confidence  in [0, 1]
     */
    public record LastPrice(
            double price, long observedMs, long oldestMs, Double spread, double confidence, boolean simulated) {}
}
