/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

import io.ballast.risk.hedge.InstrumentKey;
import java.math.BigDecimal;

/**
 * Where a hedge can be traded, at the present price.
 *
 * @param instrument  what is traded
 * @param coinsPerContract  positive; of an inverse perpetual its face over the price
 * @param lot  smallest step, in contracts; positive
 * @param minimum  smallest trade, in contracts; not negative
 * @param costRate  one way, fee and half the spread: fraction of the notional
 * @param buyRoom  coins that may be bought at most, not negative; infinite: no limit
 * @param sellRoom  coins that may be sold at most, likewise
 */
public record HedgeVenue(
        InstrumentKey instrument,
        double coinsPerContract,
        BigDecimal lot,
        BigDecimal minimum,
        double costRate,
        double buyRoom,
        double sellRoom) {

    public HedgeVenue {
        if (!(coinsPerContract > 0) || Double.isInfinite(coinsPerContract)) {
            throw new IllegalArgumentException("coins per contract of " + instrument + " must be positive");
        }
        if (lot.signum() <= 0 || minimum.signum() < 0) {
            throw new IllegalArgumentException(
                    "lot " + lot + " and minimum " + minimum + " of " + instrument + " must be positive");
        }
        if (!(costRate >= 0 && costRate < 1)) {
            throw new IllegalArgumentException("cost rate " + costRate + " of " + instrument + " must be from 0 to 1");
        }
        if (!(buyRoom >= 0) || !(sellRoom >= 0)) {
            throw new IllegalArgumentException("room on " + instrument + " must not be negative");
        }
    }

    double lotCoins() {
        return lot.doubleValue() * coinsPerContract;
    }

    double coins(BigDecimal contracts) {
        return contracts.doubleValue() * coinsPerContract;
    }

    /** Coins that may be traded in the direction of a trade. */
    double room(double trade) {
        return trade > 0 ? buyRoom : sellRoom;
    }
}
