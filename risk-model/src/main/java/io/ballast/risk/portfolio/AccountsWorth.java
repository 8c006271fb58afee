/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.hedge.AccountKey;
import io.ballast.risk.hedge.HedgeBook;
import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.hedge.ListedOption;
import io.ballast.risk.sum.ExactSum;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hedge accounts as attribution sees them at one moment. What happened between two moments is the difference of the two, so
 * a late, repeated or retracted event needs nothing special. Immutable.
 *
 * <p>Terms are as in {@link HedgeAttribution}; they add up to the change of worth less transfers in every digit. What happened
 * is valued at the prices of the moment at which it was taken in.
 */
public final class AccountsWorth {

    private final Map<InstrumentKey, HedgeLeg> legs;
    private final Map<AccountKey, BigDecimal> transfers;

    private AccountsWorth(Map<InstrumentKey, HedgeLeg> legs, Map<AccountKey, BigDecimal> transfers) {
        this.legs = legs;
        this.transfers = transfers;
    }

    /** A copy of what the book says now. */
    public static AccountsWorth of(HedgeBook book) {
        return new AccountsWorth(new TreeMap<>(book.legs()), new TreeMap<>(book.transfers()));
    }

    /** Assets whose prices are needed. */
    public SortedSet<String> assets() {
        SortedSet<String> assets = new TreeSet<>();
        transfers.keySet().forEach(account -> assets.add(account.asset()));
        for (HedgeLeg leg : legs.values()) {
            assets.add(leg.instrument().terms().settlement());
            assets.addAll(leg.fees().keySet());
        }
        return assets;
    }

    /**
     * Prices moved: all of it is the hedge term.
     *
     * @throws IllegalArgumentException if the price of an asset is missing
     */
    public Attribution reprice(AccountPrices from, AccountPrices to) {
        return Attribution.ofHedges(sum(worth(to).subtract(worth(from))), ExactSum.ZERO, ExactSum.ZERO, ExactSum.ZERO);
    }

    /** Events came in at present prices. */
    public Attribution to(AccountsWorth next, AccountPrices at) {
        BigDecimal hedge = BigDecimal.ZERO;
        BigDecimal premium = BigDecimal.ZERO;
        for (InstrumentKey key : keys(next)) {
            BigDecimal flow = paid(next.legs.get(key), at).subtract(paid(legs.get(key), at));
            BigDecimal worth = open(next.legs.get(key), at).subtract(open(legs.get(key), at));
            boolean isPremium = isPremium(next.legs.get(key) == null ? legs.get(key) : next.legs.get(key));
            premium = isPremium ? premium.add(flow) : premium;
            hedge = hedge.add(isPremium ? worth : worth.add(flow));
        }
        return Attribution.ofHedges(
                sum(hedge),
                sum(next.funding(at).subtract(funding(at))),
                sum(premium),
                sum(fees(at).subtract(next.fees(at))));
    }

    /** What was transferred in meanwhile; negative went out. */
    public ExactSum flowTo(AccountsWorth next, AccountPrices at) {
        return sum(next.transferred(at).subtract(transferred(at)));
    }

    /** Cash and open contracts, in the numeraire. */
    public BigDecimal worth(AccountPrices at) {
        BigDecimal worth = transferred(at).add(funding(at)).subtract(fees(at));
        for (HedgeLeg leg : legs.values()) {
            worth = worth.add(paid(leg, at)).add(open(leg, at));
        }
        return worth;
    }

    /** An option that was settled was paid out, which is no premium. */
    private static boolean isPremium(HedgeLeg leg) {
        return leg.instrument() instanceof ListedOption && !leg.settled();
    }

    private SortedSet<InstrumentKey> keys(AccountsWorth next) {
        SortedSet<InstrumentKey> keys = new TreeSet<>(legs.keySet());
        keys.addAll(next.legs.keySet());
        return keys;
    }

    private BigDecimal transferred(AccountPrices at) {
        BigDecimal worth = BigDecimal.ZERO;
        for (Map.Entry<AccountKey, BigDecimal> transfer : transfers.entrySet()) {
            worth = worth.add(money(transfer.getKey().asset(), transfer.getValue(), at));
        }
        return worth;
    }

    private BigDecimal funding(AccountPrices at) {
        BigDecimal worth = BigDecimal.ZERO;
        for (HedgeLeg leg : legs.values()) {
            worth = worth.add(money(leg.instrument().terms().settlement(), leg.funding(), at));
        }
        return worth;
    }

    private BigDecimal fees(AccountPrices at) {
        BigDecimal worth = BigDecimal.ZERO;
        for (HedgeLeg leg : legs.values()) {
            for (Map.Entry<String, BigDecimal> fee : leg.fees().entrySet()) {
                worth = worth.add(money(fee.getKey(), fee.getValue(), at));
            }
        }
        return worth;
    }

    private static BigDecimal paid(HedgeLeg leg, AccountPrices at) {
        return leg == null ? BigDecimal.ZERO : money(leg.instrument().terms().settlement(), leg.tradeFlow(), at);
    }

    /** One without a mark is worth what was paid for it on average. */
    private static BigDecimal open(HedgeLeg leg, AccountPrices at) {
        if (leg == null || !leg.isOpen()) {
            return BigDecimal.ZERO;
        }
        BigDecimal mark = at.marks().get(leg.instrument().key());
        BigDecimal worth = mark == null ? leg.openFlow().negate() : leg.worth(mark);
        return money(leg.instrument().terms().settlement(), worth, at);
    }

    private static BigDecimal money(String asset, BigDecimal amount, AccountPrices at) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal price = at.assets().get(asset);
        if (price == null) {
            throw new IllegalArgumentException("no price of " + asset + " in the numeraire is known");
        }
        return amount.multiply(price);
    }

    private static ExactSum sum(BigDecimal amount) {
        return ExactSum.ZERO.plus(amount);
    }
}
