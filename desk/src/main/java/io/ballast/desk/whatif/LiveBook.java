/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import io.ballast.risk.scenario.BookLeg;
import io.ballast.risk.scenario.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A portfolio as the topics have it now, each position by its own curve.
 *
 * @param coins  assets whose price moves; the others are dollars
 * @param leftOut  what no leg stands for, and why
 * @param time  of the newest record in it
 */
record LiveBook(
        List<BookLeg> legs,
        Market market,
        Set<String> coins,
        int positions,
        boolean hasOptions,
        List<LeftOut> leftOut,
        Instant time,
        boolean simulated) {
    /** What money is told in. */
    static final String DOLLAR = "USD";

    private static final double YEAR_MS = Duration.ofDays(365).toMillis();

    LiveBook {
        legs = List.copyOf(legs);
        coins = Set.copyOf(coins);
        leftOut = List.copyOf(leftOut);
    }

    /** Years of 365 days. */
    static double years(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / YEAR_MS;
    }

    /** @param count  how many of them */
    record LeftOut(String what, int count, String reason) {}
}
