/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a book is exposed to, in units of each asset: how many coins of it the accounts stand for, options apart.
 *
 * <p>With cash C_a in each asset a, linear contracts on q base coins and inverse ones of a face F, the accounts are worth
 * {@code sum C_a p_a + sum q p_base - sum F p_quote}: linear in every price, so the units are the deltas whatever the prices
 * are. For one inverse perpetual with coin equity E at entry that is {@code E + F/P_e} coins and {@code -F} quote units.
 *
 * <p>Options add what their model says, see {@link OptionLeg}; the premiums paid are in the cash. Source: formula sheet 6.1
 * and 6.6; envelope as in 1.4.
 */
public final class HedgeDelta {

    private HedgeDelta() {}

    /** Units by asset over all venues, assets without any left out. */
    public static SortedMap<String, BigDecimal> of(HedgeBook book) {
        SortedMap<String, BigDecimal> units = new TreeMap<>();
        byVenue(book).forEach((account, amount) -> units.merge(account.asset(), amount, BigDecimal::add));
        units.values().removeIf(amount -> amount.signum() == 0);
        return units;
    }

    /** Units by venue and asset. */
    public static SortedMap<AccountKey, BigDecimal> byVenue(HedgeBook book) {
        SortedMap<AccountKey, BigDecimal> units = HedgeCash.of(book);
        for (HedgeLeg leg : book.openLegs()) {
            add(units, leg);
        }
        units.values().removeIf(amount -> amount.signum() == 0);
        return units;
    }

    /** Units of a leg's contracts alone, without the cash that they cost; 0 for an option. */
    private static void add(SortedMap<AccountKey, BigDecimal> units, HedgeLeg leg) {
        InstrumentTerms terms = leg.instrument().terms();
        String venue = terms.key().venue();
        BigDecimal size = leg.contracts().multiply(terms.multiplier());
        if (leg.instrument() instanceof InversePerpetual) {
            units.merge(new AccountKey(venue, terms.quote()), size.negate(), BigDecimal::add);
        } else if (!(leg.instrument() instanceof ListedOption)) {
            units.merge(new AccountKey(venue, terms.base()), size, BigDecimal::add);
        }
    }
}
