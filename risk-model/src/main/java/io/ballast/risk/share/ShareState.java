/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/**
 * A pool of shares as a whole, raw units.
 *
 * @param balance0  token0 that it trades with
 * @param balance1  the same of token1
 * @param supply  LP tokens
 * @param fees  what a swap costs
 * @param drift  by what factor changes of parameters, without trades, have changed depth so far
 * @param atSeconds  Unix time of the newest event that said one
 * @param balancesKnown  the balances are all of them, not just what moved since we came
 * @param supplyKnown  so is the supply
 * @param followedFromStart  the very first LP tokens were seen: all holders are known
 */
public record ShareState(
        BigInteger balance0,
        BigInteger balance1,
        BigInteger supply,
        ShareFees fees,
        double drift,
        long atSeconds,
        boolean balancesKnown,
        boolean supplyKnown,
        boolean followedFromStart) {

    /** A pool of which nothing was seen. */
    static ShareState unseen(ShareFees fees) {
        return new ShareState(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, fees, 1, 0, false, false, false);
    }

    /** Nothing of it was seen but, perhaps, its parameters. */
    boolean isEmpty() {
        return supply.signum() == 0 && !supplyKnown && !balancesKnown;
    }

    boolean hasPrice() {
        return balancesKnown && balance0.signum() > 0 && balance1.signum() > 0;
    }

    /** True when it can be said what an LP token stands for. */
    boolean hasShares() {
        return balancesKnown && supplyKnown && supply.signum() > 0;
    }

    TokenAmounts balances() {
        return new TokenAmounts(balance0, balance1);
    }

    ShareState asFollowedFromStart() {
        return new ShareState(balance0, balance1, supply, fees, drift, atSeconds, true, true, true);
    }

    ShareState withBalances(BigInteger new0, BigInteger new1) {
        return new ShareState(new0, new1, supply, fees, drift, atSeconds, true, supplyKnown, followedFromStart);
    }

    ShareState withSupply(BigInteger changed) {
        return new ShareState(
                balance0, balance1, changed, fees, drift, atSeconds, balancesKnown, supplyKnown, followedFromStart);
    }

    /** A log said the supply; where it is not what we counted, we have not seen all holders. */
    ShareState withSupplyTold(BigInteger told) {
        return new ShareState(
                balance0,
                balance1,
                told,
                fees,
                drift,
                atSeconds,
                balancesKnown,
                true,
                followedFromStart && told.equals(supply));
    }

    ShareState withFees(ShareFees changed) {
        return new ShareState(
                balance0, balance1, supply, changed, drift, atSeconds, balancesKnown, supplyKnown, followedFromStart);
    }

    ShareState reshaped(double newDrift, long seconds) {
        return new ShareState(
                balance0, balance1, supply, fees, newDrift, seconds, balancesKnown, supplyKnown, followedFromStart);
    }
}
