/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;

/**
 * A fee on options as Deribit has it: so much of the underlying, but no more than a part of the premium. Read the figures from the
 * venue; 0.0003 and 0.125 are what it published for BTC and ETH.
 *
 * @param partOfUnderlying  coins for an option on one coin, not negative
 * @param capOfPremium  greatest part of the premium, in [0, 1]
 */
public record OptionFee(double partOfUnderlying, double capOfPremium) {

    public static final OptionFee NONE = new OptionFee(0, 0);

    public OptionFee {
        Domain.requireNotNegative("partOfUnderlying", partOfUnderlying);
        if (!(capOfPremium >= 0 && capOfPremium <= 1)) {
            throw new IllegalArgumentException("capOfPremium " + capOfPremium + " must be from 0 to 1");
        }
    }

    /** Fee in coins on an option on one coin with this premium in coins. */
    public double coins(double premiumCoin) {
        return Math.min(partOfUnderlying, capOfPremium * premiumCoin);
    }
}
