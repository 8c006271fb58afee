/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out how many hours lie between payments of funding, where only the time of the next is told. Intervals are 1, 2, 4 or 8
 * hours. It is certain or none: the time between two payments that follow each other, or 8 hours if more than 4 are left. Mutable,
 * single-threaded.
 */
public final class FundingIntervals {

    /** Deribit's funding flows all the time, at a rate told for 8 hours. */
    public static final int DERIBIT_HOURS = 8;

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration SECOND_LONGEST = Duration.ofHours(4);
    private static final int LONGEST_HOURS = 8;

    private record Payments(Instant next, Optional<Integer> hours) {}

    private final Map<String, Payments> payments = new HashMap<>();

    /**
     * Hours of the interval; empty as long as they are not known.
     *
     * @param now  when the next payment was told
     * @param next  when that payment is
     */
    public Optional<Integer> hours(String instrumentId, Instant now, Instant next) {
        Payments before = payments.get(instrumentId);
        Payments known = before != null && before.next().equals(next)
                ? before
                : new Payments(next, before == null ? Optional.empty() : between(before.next(), now, next));
        if (Duration.between(now, next).compareTo(SECOND_LONGEST) > 0) {
            known = new Payments(next, Optional.of(LONGEST_HOURS));
        }
        payments.put(instrumentId, known);
        return known.hours();
    }

    /** More than the shortest interval after a payment there may have been another, of which we did not hear. */
    private static Optional<Integer> between(Instant last, Instant now, Instant next) {
        Duration interval = Duration.between(last, next);
        boolean followEachOther = Duration.between(last, now).compareTo(SHORTEST) < 0;
        return followEachOther && interval.equals(Duration.ofHours(interval.toHours())) && isUsual(interval.toHours())
                ? Optional.of((int) interval.toHours())
                : Optional.empty();
    }

    private static boolean isUsual(long hours) {
        return hours > 0 && hours <= LONGEST_HOURS && Long.bitCount(hours) == 1;
    }
}
