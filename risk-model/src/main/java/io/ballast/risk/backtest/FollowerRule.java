/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.hedge.FundingInterval;
import io.ballast.risk.hedge.advice.HedgeTarget;
import io.ballast.risk.hedge.advice.NoTradeBand;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a follower hedges.
 *
 * @param asset  the coin's name
 * @param money  name of what it is paid in
 * @param venues  at least one, quoted in money
 * @param fundingRate  of perpetuals, always the same: fraction of the notional an interval; positive: longs pay. Null: none
 */
public record FollowerRule(
        String asset,
        String money,
        HedgeTarget target,
        NoTradeBand band,
        List<FollowedVenue> venues,
        BigDecimal fundingRate,
        FundingInterval fundingInterval) {

    public FollowerRule {
        venues = List.copyOf(venues);
        if (venues.isEmpty()) {
            throw new IllegalArgumentException("no venue is allowed to hedge " + asset + " on");
        }
        if (fundingRate != null && fundingInterval == null) {
            throw new IllegalArgumentException("a funding rate needs its interval");
        }
    }
}
