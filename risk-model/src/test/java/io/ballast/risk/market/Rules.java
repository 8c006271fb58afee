/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import java.util.Map;

/** Settings that the tests share. */
final class Rules {

    static final long STALE_MS = 60_000;
    static final long PERSIST_MS = 30_000;
    static final double SCORE = 6;
    static final double NOISE = 0.001;

    static final MergeRules MERGE = merge(Map.of());
    static final VolatilityRules VOLATILITY = new VolatilityRules(3_600_000, 60_000, 60, 6, 5e-4);
    static final RegimeRules REGIME = new RegimeRules(1.0, 2.5, 0.8, 600_000, 0.1);
    static final PegRules PEG = new PegRules(0.005, 0.002, 60_000);
    static final MarketRules MARKET =
            new MarketRules(MERGE, VOLATILITY, REGIME, PEG, new PublicationRules(1e-4, 10_000));

    private Rules() {}

    static MergeRules merge(Map<String, SourceTerms> named) {
        return new MergeRules(new SourceTerms(1, STALE_MS), named, SCORE, NOISE, PERSIST_MS, 86_400_000);
    }
}
