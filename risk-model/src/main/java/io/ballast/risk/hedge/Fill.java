/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * A trade.
 *
 * @param contracts  positive: bought; not zero
 * @param price  quote per base; of an option the premium for one base coin in the settlement asset
 * @param fee  paid for it, in feeAsset; negative is a rebate
 */
public record Fill(
        String id,
        long timeMicros,
        InstrumentKey instrument,
        BigDecimal contracts,
        BigDecimal price,
        BigDecimal fee,
        String feeAsset)
        implements LegEvent {

    public Fill {
        Amounts.requireName("fill id", id);
        contracts = Amounts.requireNotZero("contracts of fill " + id, contracts);
        price = Amounts.requireNotNegative("price of fill " + id, price);
        fee = Amounts.require("fee of fill " + id, fee);
        Amounts.requireName("fee asset of fill " + id, feeAsset);
    }
}
