/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.risk.option.Smile;
import io.ballast.risk.option.SmileQuote;
import io.ballast.risk.option.SmileWings;
import io.ballast.streams.record.ListedQuote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The smile of one expiry through its quotes, and what it rests on.
 *
 * @param used  quotes that are not stale, by strike, kind and instrument
 * @param stale  how many are
 * @param newest  of those used: its forward is the expiry's; null: all are stale
 * @param index  dollars a coin now of the newest that tells it; null: none does
 * @param smile  null: no quote tells a volatility
 * @param withoutVolatility  quotes used that tell none
 * @param solved  whether some of the smile's volatilities were solved from prices
 */
record ExpiryFit(
        Instant expiry,
        Instant asOf,
        List<ListedQuote> used,
        int stale,
        ListedQuote newest,
        Double index,
        Smile smile,
        int withoutVolatility,
        boolean solved) {

    private static final Comparator<ListedQuote> ORDER = Comparator.comparingDouble(ListedQuote::strike)
            .thenComparing(ListedQuote::kind)
            .thenComparing(ListedQuote::instrumentId);
    private static final Comparator<ListedQuote> AGE =
            Comparator.comparing(ListedQuote::time).thenComparing(ListedQuote::instrumentId);

    /** A quote's volatility and how good it is: out of the money and told by the venue is best. */
    private record Choice(double volatility, boolean outOfTheMoney, boolean solved) {
        boolean isBetterThan(Choice other) {
            return outOfTheMoney == other.outOfTheMoney ? !solved && other.solved : outOfTheMoney;
        }
    }

    /** @param quotes  of one underlying and expiry, in any order */
    static ExpiryFit of(List<ListedQuote> quotes, Instant expiry, Instant asOf, Duration staleAfter) {
        List<ListedQuote> used = quotes.stream()
                .filter(quote -> Duration.between(quote.time(), asOf).compareTo(staleAfter) <= 0)
                .sorted(ORDER)
                .toList();
        int stale = quotes.size() - used.size();
        ListedQuote newest = used.stream().max(AGE).orElse(null);
        Double index = used.stream()
                .filter(quote -> quote.index() != null)
                .max(AGE)
                .map(ListedQuote::index)
                .orElse(null);
        if (newest == null) {
            return new ExpiryFit(expiry, asOf, used, stale, null, null, null, 0, false);
        }
        return through(used, expiry, asOf, stale, newest, index);
    }

    private static ExpiryFit through(
            List<ListedQuote> used, Instant expiry, Instant asOf, int stale, ListedQuote newest, Double index) {
        double years = ListedQuote.years(asOf, expiry);
        TreeMap<Double, Choice> byStrike = new TreeMap<>();
        int without = 0;
        for (ListedQuote quote : used) {
            Choice choice = choice(quote, years, newest.forward());
            if (choice == null) {
                without++;
            } else {
                byStrike.merge(quote.strike(), choice, (one, two) -> two.isBetterThan(one) ? two : one);
            }
        }
        boolean solved = byStrike.values().stream().anyMatch(Choice::solved);
        Smile smile = byStrike.isEmpty() ? null : smile(newest.forward(), years, byStrike);
        return new ExpiryFit(expiry, asOf, used, stale, newest, index, smile, without, solved);
    }

    private static Choice choice(ListedQuote quote, double years, double forward) {
        OptionalDouble told = quote.toldVolatility();
        OptionalDouble volatility = told.isPresent() ? told : quote.solvedVolatility(years);
        return volatility.isEmpty()
                ? null
                : new Choice(volatility.getAsDouble(), quote.isOutOfTheMoney(forward), told.isEmpty());
    }

    private static Smile smile(double forward, double years, TreeMap<Double, Choice> byStrike) {
        List<SmileQuote> points = new ArrayList<>();
        byStrike.forEach((strike, choice) -> points.add(SmileQuote.marked(strike, choice.volatility)));
        return new Smile(forward, years, points, SmileWings.FLAT);
    }

    double years() {
        return ListedQuote.years(asOf, expiry);
    }

    boolean sizesKnown() {
        return used.stream().allMatch(ListedQuote::sizesKnown);
    }

    boolean simulated() {
        return used.stream().anyMatch(ListedQuote::simulated);
    }
}
