/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * Funding as the venue booked it.
 *
 * @param amount  into the account, in the settlement asset: negative was paid
 */
public record FundingPayment(String id, long timeMicros, InstrumentKey instrument, BigDecimal amount)
        implements LegEvent {

    public FundingPayment {
        Amounts.requireName("funding id", id);
        amount = Amounts.require("amount of funding " + id, amount);
    }
}
