/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.hedge.Instrument;
import io.ballast.risk.hedge.LinearPerpetual;
import io.ballast.risk.hedge.Spot;
import io.ballast.risk.hedge.advice.HedgeVenue;
import java.math.BigDecimal;

/**
 * Where the follower trades, and what that costs.
 *
 * @param takerFee  fraction of the notional; negative is a rebate
 * @param halfSpread  fraction of the price, from 0 to below 1
 * @param maximumCoins  most coins held in it, either sign; infinite: no limit
 */
public record FollowedVenue(Instrument instrument, double takerFee, double halfSpread, double maximumCoins) {

    public FollowedVenue {
        if (!(instrument instanceof LinearPerpetual) && !(instrument instanceof Spot)) {
            throw new IllegalArgumentException(instrument.key() + " is no linear perpetual and no spot, and a back-test"
                    + " hedges with those only");
        }
        if (!(Math.abs(takerFee) < 1) || !(halfSpread >= 0 && halfSpread < 1) || !(maximumCoins >= 0)) {
            throw new IllegalArgumentException("fee " + takerFee + ", half spread " + halfSpread + " and most coins "
                    + maximumCoins + " of " + instrument.key() + " make no sense");
        }
    }

    /** Coins of that many contracts. */
    double coins(BigDecimal contracts) {
        return contracts.doubleValue() * instrument.terms().multiplier().doubleValue();
    }

    /** The price that a trade gets when the middle is at the pool's. */
    BigDecimal fillPrice(double price, boolean isBought) {
        return BigDecimal.valueOf(price * (isBought ? 1 + halfSpread : 1 - halfSpread));
    }

    /** As the advisor sees it, with what is held there already. */
    HedgeVenue room(double heldCoins) {
        return new HedgeVenue(
                instrument.key(),
                instrument.terms().multiplier().doubleValue(),
                instrument.terms().lot(),
                instrument.terms().minimum(),
                costRate(),
                Math.max(0, maximumCoins - heldCoins),
                Math.max(0, maximumCoins + heldCoins));
    }

    /** Fee and half the spread; a rebate lowers it to nothing at most. */
    public double costRate() {
        return Math.max(0, takerFee + halfSpread);
    }
}
