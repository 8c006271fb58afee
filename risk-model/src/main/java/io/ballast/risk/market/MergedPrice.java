/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import java.util.List;
import java.util.Set;

/**
 * The price of a pair.
 *
 * @param price  quote asset per base asset, positive
 * @param timeMs  as of when
 * @param observedMs  when the newest source that it rests on was seen; earlier than {@code timeMs} for a held price
 * @param oldestMs  when the oldest source that it rests on was seen
 * @param spread  middle of the spreads of the quotes used, as a fraction of the price; null: none is a quote
 * @param dispersion  robust standard deviation of the sources used, as a fraction of the price; 0 for one
 * @param confidence  in [0, 1]: part of the vote of all known sources that stands behind the price, less where those that do
 *     differ, and half for a single one, which nobody confirms
 * @param doubts  what is known against it
 * @param sources  all known sources, by id
 * @param simulated  rests on what the simulator made
 */
public record MergedPrice(
        double price,
        long timeMs,
        long observedMs,
        long oldestMs,
        Double spread,
        double dispersion,
        double confidence,
        Set<PriceDoubt> doubts,
        List<SourceView> sources,
        boolean simulated) {

    public MergedPrice {
        doubts = Set.copyOf(doubts);
        sources = List.copyOf(sources);
    }

    /** How many sources are of that standing. */
    public int count(Standing standing) {
        return (int)
                sources.stream().filter(source -> source.standing() == standing).count();
    }
}
