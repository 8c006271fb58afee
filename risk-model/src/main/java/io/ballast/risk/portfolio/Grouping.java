/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import java.util.List;
import java.util.TreeSet;

/** What to sum by. Exposure by asset is part of every sum. */
public enum Grouping {
    /** Each portfolio with all below it. */
    PORTFOLIO,
    /** Each pool; hedges have none. */
    POOL,
    /** Each pool venue and each hedge venue. */
    VENUE,
    /** Each chain; hedges have none. */
    CHAIN,
    /** Each asset: the parts that have it, whole, and the hedges in it. A pair counts in both of its assets. */
    ASSET;

    List<String> of(PoolPart part) {
        return switch (this) {
            case PORTFOLIO -> part.portfolio().levels();
            case POOL -> List.of(part.pool());
            case VENUE -> List.of(part.venue());
            case CHAIN -> List.of(part.chain());
            case ASSET -> List.copyOf(new TreeSet<>(List.of(part.asset0(), part.asset1())));
        };
    }

    List<String> of(HedgeHolding hedge) {
        return switch (this) {
            case PORTFOLIO -> hedge.portfolio().levels();
            case VENUE -> List.of(hedge.venue());
            case ASSET -> List.of(hedge.asset());
            case POOL, CHAIN -> List.of();
        };
    }
}
