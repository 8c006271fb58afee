/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.hedge.AccountKey;
import io.ballast.risk.hedge.HedgeBook;
import io.ballast.risk.hedge.HedgeCash;
import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.Instrument;
import io.ballast.risk.hedge.InstrumentKey;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cash and contracts of hedge accounts with the last prices of both: what they are worth in the numeraire, exactly.
 *
 * <p>An instrument without a mark is valued at the price of its first trade. Mutable and single-threaded.
 */
public final class AttributedAccounts {

    private record Held(Instrument instrument, BigDecimal contracts) {}

    private final Map<String, BigDecimal> cash = new TreeMap<>();
    private final Map<InstrumentKey, Held> held = new TreeMap<>();
    private final Map<InstrumentKey, BigDecimal> marks = new TreeMap<>();
    private final Map<String, BigDecimal> prices = new TreeMap<>();

    /**
     * @param prices  of each asset in the numeraire
     * @param marks  of each open instrument, as it is quoted
     * @throws IllegalArgumentException if one that is needed is missing
     */
    public static AttributedAccounts of(
            HedgeBook book, Map<InstrumentKey, BigDecimal> marks, Map<String, BigDecimal> prices) {
        AttributedAccounts accounts = new AttributedAccounts();
        accounts.reprice(marks, prices);
        for (Map.Entry<AccountKey, BigDecimal> entry : HedgeCash.of(book).entrySet()) {
            accounts.pay(entry.getKey().asset(), entry.getValue());
        }
        for (HedgeLeg leg : book.openLegs()) {
            accounts.held.put(leg.instrument().key(), new Held(leg.instrument(), leg.contracts()));
        }
        accounts.worth();
        return accounts;
    }

    void reprice(Map<InstrumentKey, BigDecimal> newMarks, Map<String, BigDecimal> newPrices) {
        marks.putAll(newMarks);
        prices.putAll(newPrices);
    }

    /** Puts an amount into an account; returns its worth. */
    BigDecimal pay(String asset, BigDecimal amount) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal worth = amount.multiply(price(asset));
        cash.merge(asset, amount, BigDecimal::add);
        return worth;
    }

    /** Trades; returns the worth of the cash that it moved into the account. */
    BigDecimal trade(Instrument instrument, BigDecimal contracts, BigDecimal price) {
        BigDecimal flow = instrument.worth(contracts, price).negate();
        marks.putIfAbsent(instrument.key(), price);
        BigDecimal paid = pay(instrument.terms().settlement(), flow);
        held.put(
                instrument.key(),
                new Held(instrument, contracts(instrument.key()).add(contracts)));
        return paid;
    }

    BigDecimal contracts(InstrumentKey key) {
        Held found = held.get(key);
        return found == null ? BigDecimal.ZERO : found.contracts();
    }

    BigDecimal worth() {
        BigDecimal worth = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> entry : cash.entrySet()) {
            worth = worth.add(entry.getValue().multiply(price(entry.getKey())));
        }
        for (Held one : held.values()) {
            worth = worth.add(worth(one));
        }
        return worth;
    }

    private BigDecimal worth(Held one) {
        if (one.contracts().signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal mark = marks.get(one.instrument().key());
        if (mark == null) {
            throw new IllegalArgumentException("no mark of " + one.instrument().key() + " is known");
        }
        String settlement = one.instrument().terms().settlement();
        return one.instrument().worth(one.contracts(), mark).multiply(price(settlement));
    }

    private BigDecimal price(String asset) {
        BigDecimal price = prices.get(asset);
        if (price == null) {
            throw new IllegalArgumentException("no price of " + asset + " in the numeraire is known");
        }
        return price;
    }
}
