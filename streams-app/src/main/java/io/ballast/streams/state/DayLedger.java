/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.portfolio.AccountPrices;
import io.ballast.risk.portfolio.AccountsWorth;
import io.ballast.risk.portfolio.Attribution;
import io.ballast.risk.portfolio.PartWorth;
import java.time.Instant;
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

    private static final long SECONDS_A_DAY = 86_400;
    private static final long SECONDS_AN_HOUR = 3600;
    private static final int DAYS_BY_HOUR = 2;

    /**
     * One day.
     *
     * @param terms  of its result
     * @param complete  false: something had no price for a time
     * @param exposure  what was at risk
     * @param hours  by hour of the day, those in which something came; of the two newest days only
     */
    public record Day(Attribution terms, boolean complete, DayExposure exposure, SortedMap<Integer, HourTerms> hours) {

        static final Day NOTHING = new Day(Attribution.NONE, true, DayExposure.NONE, Collections.emptySortedMap());

        Day plus(Attribution more, int hour) {
            SortedMap<Integer, HourTerms> byHour = new TreeMap<>(hours);
            byHour.merge(hour, HourTerms.of(more), HourTerms::plus);
            return new Day(terms.plus(more), complete, exposure, byHour);
        }

        Day plus(double value, double gamma, double seconds) {
            return new Day(terms, complete, exposure.plus(value, gamma, seconds), hours);
        }

        Day incomplete() {
            return new Day(terms, false, exposure, hours);
        }

        Day withoutHours() {
            return new Day(terms, complete, exposure, Collections.emptySortedMap());
        }

        /** Two portfolios together. */
        public Day and(Day other) {
            SortedMap<Integer, HourTerms> both = new TreeMap<>(hours);
            other.hours.forEach((hour, of) -> both.merge(hour, of, HourTerms::plus));
            return new Day(terms.plus(other.terms), complete && other.complete, exposure.and(other.exposure), both);
        }
    }

    private final NavigableMap<Long, Day> days = new TreeMap<>();
    private final SortedMap<String, PartWorth> parts = new TreeMap<>();
    private String numeraire;
    private AccountsWorth accounts;
    private AccountPrices prices;
    private Held held = Held.NOTHING;

    /**
     * What has been in pools since the newest step.
     *
     * @param atSecond  seconds since 1970 of that step; 0: there was none
     * @param value  in the numeraire
     * @param gammaCash  its size, per 1 %
     */
    record Held(long atSecond, double value, double gammaCash) {

        static final Held NOTHING = new Held(0, 0, 0);

        Held at(long second) {
            return new Held(second, value, gammaCash);
        }
    }

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
            AccountPrices prices,
            Held held) {
        this(numeraire, accounts);
        this.held = held;
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

    Held held() {
        return held;
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
        held = Held.NOTHING;
    }

    /** It is this late by now: what was held until now counts, and what is told from here on happens now. */
    public void advance(Instant time) {
        long second = time.getEpochSecond();
        if (held.atSecond() == 0) {
            held = held.at(Math.max(0, second));
        }
        long oldest = second - DAYS * SECONDS_A_DAY;
        if (held.atSecond() < oldest) {
            held = held.at(oldest);
        }
        while (held.atSecond() < second) {
            long day = Math.floorDiv(held.atSecond(), SECONDS_A_DAY);
            long end = Math.min(second, (day + 1) * SECONDS_A_DAY);
            accrue(day, end - held.atSecond());
            held = held.at(end);
        }
    }

    private void accrue(long day, long seconds) {
        Day known = days.getOrDefault(atDay(day), Day.NOTHING);
        days.put(atDay(day), known.plus(held.value(), held.gammaCash(), seconds));
        forgetOld();
    }

    /**
     * So much is in pools from now on, in the numeraire.
     *
     * @param gammaCash  size of it, per 1 %
     */
    public void hold(double value, double gammaCash) {
        held = new Held(held.atSecond(), value, gammaCash);
    }

    /**
     * A pool's part is now so.
     *
     * @param now  null: it cannot be priced
     */
    public void part(String poolId, PartWorth now) {
        if (now == null) {
            spoil();
            return;
        }
        PartWorth before = parts.put(poolId, now);
        if (before != null && !before.equals(now)) {
            add(before.to(now));
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
    public void accounts(AccountsWorth now, AccountPrices at) {
        if (at == null) {
            spoil();
            return;
        }
        if (prices != null) {
            add(accounts.reprice(prices, at));
        }
        add(accounts.to(now, at));
        accounts = now;
        prices = at;
    }

    private void add(Attribution terms) {
        int hour = (int) Math.floorMod(held.atSecond(), SECONDS_A_DAY) / (int) SECONDS_AN_HOUR;
        Day known = days.getOrDefault(today(), Day.NOTHING);
        days.put(today(), known.plus(terms, hour));
        forgetOld();
    }

    private void spoil() {
        days.put(today(), days.getOrDefault(today(), Day.NOTHING).incomplete());
        forgetOld();
    }

    private long today() {
        return atDay(Math.floorDiv(held.atSecond(), SECONDS_A_DAY));
    }

    /** What is told late counts in the present day: the past has been published. */
    private long atDay(long day) {
        return days.isEmpty() ? day : Math.max(day, days.lastKey());
    }

    private void forgetOld() {
        while (days.size() > DAYS) {
            days.pollFirstEntry();
        }
        days.headMap(days.lastKey() - DAYS_BY_HOUR, true).replaceAll((day, of) -> of.withoutHours());
    }
}
