/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The money of a book's accounts: transfers + trade flows + funding - fees. An exact sum.
 *
 * <p>A long linear perpetual has a negative flow, what its coins would have cost, and is worth its coins; equity is both.
 */
public final class HedgeCash {

    private HedgeCash() {}

    /** Cash by account. */
    public static SortedMap<AccountKey, BigDecimal> of(HedgeBook book) {
        SortedMap<AccountKey, BigDecimal> cash = new TreeMap<>(book.transfers());
        for (HedgeLeg leg : book.legs().values()) {
            String venue = leg.instrument().key().venue();
            AccountKey account = new AccountKey(venue, leg.instrument().terms().settlement());
            cash.merge(account, leg.tradeFlow().add(leg.funding()), BigDecimal::add);
            for (Map.Entry<String, BigDecimal> fee : leg.fees().entrySet()) {
                cash.merge(new AccountKey(venue, fee.getKey()), fee.getValue().negate(), BigDecimal::add);
            }
        }
        return cash;
    }
}
