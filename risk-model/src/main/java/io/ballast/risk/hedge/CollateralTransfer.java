/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * Money moved into or out of a venue.
 *
 * @param amount  positive: into the account; not zero
 */
public record CollateralTransfer(String id, long timeMicros, String venue, String asset, BigDecimal amount)
        implements HedgeEvent {

    public CollateralTransfer {
        Amounts.requireName("transfer id", id);
        Amounts.requireName("venue of transfer " + id, venue);
        Amounts.requireName("asset of transfer " + id, asset);
        amount = Amounts.requireNotZero("amount of transfer " + id, amount);
    }

    AccountKey account() {
        return new AccountKey(venue, asset);
    }
}
