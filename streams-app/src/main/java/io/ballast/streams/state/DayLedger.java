/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.portfolio.AccountPrices;
import io.ballast.risk.portfolio.AccountsWorth;
import io.ballast.risk.portfolio.Attribution;
import io.ballast.risk.portfolio.PartWorth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the result of one portfolio came from, by UTC day. Takes the pools' parts and the hedge accounts from one known state
 * to the next; a step belongs to the day of what made it. Mutable and single-threaded.
 */
public final class DayLedger {

    /** Days that are kept, the present one among them. */
    public static final int DAYS = 7;

    /**
     * Terms of one day.
     *
     * @param complete  false: something had no price for a time
     */
    public record Day(Attribution terms, boolean complete) {

        static final Day NOTHING = new Day(Attribution.NONE, true);

        Day plus(Attribution more) {
            return new Day(terms.plus(more), complete);
        }

        Day incomplete() {
            return new Day(terms, false);
        }

        /** Two portfolios together. */
        public Day and(Day other) {
            return new Day(terms.plus(other.terms), complete && other.complete);
        }
    }

    private final NavigableMap<Long, Day> days = new TreeMap<>();
    private final SortedMap<String, PartWorth> parts = new TreeMap<>();
    private String numeraire;
    private AccountsWorth accounts;
    private AccountPrices prices;

    /** @param accounts  none yet: what an empty book is worth */
    public DayLedger(String numeraire, AccountsWorth accounts) {
        this.numeraire = numeraire;
        this.accounts = accounts;
    }

    /** Of one that was kept. */
    DayLedger(
            String numeraire,
            SortedMap<Long, Day> days,
            SortedMap<String, PartWorth> parts,
            AccountsWorth accounts,
            AccountPrices prices) {
        this(numeraire, accounts);
        this.days.putAll(days);
        this.parts.putAll(parts);
        this.prices = prices;
    }

    public String numeraire() {
        return numeraire;
    }

    /** By days since 1970; read it only. */
    public SortedMap<Long, Day> days() {
        return Collections.unmodifiableSortedMap(days);
    }

    /** Assets whose prices the next step needs, beside those of the accounts as they will be. */
    public Set<String> assets() {
        return accounts.assets();
    }

    SortedMap<String, PartWorth> parts() {
        return parts;
    }

    /** Null: the accounts were never counted. */
    AccountPrices prices() {
        return prices;
    }

    /** Money is told in something else from now on: what was counted is no use any more. */
    public void restart(String newNumeraire, AccountsWorth none) {
        numeraire = newNumeraire;
        days.clear();
        parts.clear();
        accounts = none;
        prices = null;
    }

    /**
     * A pool's part is now so.
     *
     * @param now  null: it cannot be priced
     */
    public void part(long day, String poolId, PartWorth now) {
        if (now == null) {
            spoil(day);
            return;
        }
        PartWorth before = parts.put(poolId, now);
        if (before != null && !before.equals(now)) {
            add(day, before.to(now));
        }
    }

    /** The portfolio has nothing in a pool any more. */
    public void forget(String poolId) {
        parts.remove(poolId);
    }

    /**
     * The hedge accounts are now so.
     *
     * @param at  present prices; null: one is missing
     */
    public void accounts(long day, AccountsWorth now, AccountPrices at) {
        if (at == null) {
            spoil(day);
            return;
        }
        if (prices != null) {
            add(day, accounts.reprice(prices, at));
        }
        add(day, accounts.to(now, at));
        accounts = now;
        prices = at;
    }

    private void add(long day, Attribution terms) {
        days.merge(atDay(day), Day.NOTHING.plus(terms), (known, more) -> known.plus(terms));
        forgetOld();
    }

    private void spoil(long day) {
        days.merge(atDay(day), Day.NOTHING.incomplete(), (known, more) -> known.incomplete());
        forgetOld();
    }

    /** What is told late counts in the present day: the past has been published. */
    private long atDay(long day) {
        return days.isEmpty() ? day : Math.max(day, days.lastKey());
    }

    private void forgetOld() {
        while (days.size() > DAYS) {
            days.pollFirstEntry();
        }
    }
}
