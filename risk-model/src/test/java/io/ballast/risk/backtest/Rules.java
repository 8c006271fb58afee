/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.hedge.FundingInterval;
import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.hedge.InstrumentTerms;
import io.ballast.risk.hedge.LinearPerpetual;
import io.ballast.risk.hedge.advice.HedgeTarget;
import io.ballast.risk.hedge.advice.NoTradeBand;
import java.math.BigDecimal;
import java.util.List;

/** Rules for tests: one linear perpetual on ETH in USDC. */
final class Rules {
    private static final BigDecimal SMALL_LOT = new BigDecimal("0.000000001");

    private Rules() {}

    static FollowerRule free(HedgeTarget target, NoTradeBand band) {
        return of(target, band, 0, 0, null);
    }

    static FollowerRule of(
            HedgeTarget target, NoTradeBand band, double takerFee, double halfSpread, String fundingRate) {
        InstrumentTerms terms = new InstrumentTerms(
                new InstrumentKey("perp", "ETHUSDC"),
                "ETH",
                "USDC",
                "USDC",
                BigDecimal.ONE,
                SMALL_LOT,
                SMALL_LOT,
                null);
        FollowedVenue venue =
                new FollowedVenue(new LinearPerpetual(terms), takerFee, halfSpread, Double.POSITIVE_INFINITY);
        return new FollowerRule(
                "ETH",
                "USDC",
                target,
                band,
                List.of(venue),
                fundingRate == null ? null : new BigDecimal(fundingRate),
                new FundingInterval(8));
    }
}
