/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.option.ImpliedVolatility;
import io.ballast.risk.option.OptionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Newest quote of one listed option.
 *
 * @param underlying  the coin
 * @param strike  dollars a coin
 * @param coinSettled  true: prices are in coins; false: in dollars now. For an option on one coin
 * @param contractSize  coins that one contract is on
 * @param bid  null: none
 * @param ask  null: none
 * @param markPrice  null: none
 * @param bidIv  annual volatility, fraction; null: none
 * @param askIv  null: none
 * @param markIv  null: none
 * @param forward  dollars a coin for delivery at expiry
 * @param index  dollars a coin now; null: not told
 */
public record ListedQuote(
        String instrumentId,
        String underlying,
        OptionKind kind,
        double strike,
        Instant expiry,
        boolean coinSettled,
        double contractSize,
        Side bid,
        Side ask,
        Double markPrice,
        Double bidIv,
        Double askIv,
        Double markIv,
        double forward,
        Double index,
        Instant time,
        boolean simulated) {

    private static final double MS_PER_YEAR = Duration.ofDays(365).toMillis();

    /**
     * Best price of one side.
     *
     * @param price  positive
     * @param contracts  positive; null: not told
     */
    public record Side(double price, Double contracts) {}

    /** Time to an expiry in years of 365 days; negative: it is over. */
    public static double years(Instant from, Instant expiry) {
        return Duration.between(from, expiry).toMillis() / MS_PER_YEAR;
    }

    /** As the venue says it: the mark's, else the middle of bid and ask. */
    public OptionalDouble toldVolatility() {
        if (markIv != null) {
            return OptionalDouble.of(markIv);
        }
        return bidIv == null || askIv == null ? OptionalDouble.empty() : OptionalDouble.of((bidIv + askIv) / 2);
    }

    /** Solved from the mark, else from the middle of bid and ask; nothing where no volatility has such a price. */
    public OptionalDouble solvedVolatility(double yearsToExpiry) {
        if (markPrice == null && (bid == null || ask == null)) {
            return OptionalDouble.empty();
        }
        double price = markPrice == null ? (bid.price + ask.price) / 2 : markPrice;
        return ImpliedVolatility.fromPrice(kind, forward, strike, yearsToExpiry, 0, atExpiry(price))
                .asOptional();
    }

    /** A price in dollars at expiry: what is paid in coins is worth the forward there, dollars now are forward/index. */
    private double atExpiry(double price) {
        if (coinSettled) {
            return price * forward;
        }
        return index == null ? price : price * forward / index;
    }

    /** Puts below a forward, calls at it or above. */
    public boolean isOutOfTheMoney(double atForward) {
        return kind == OptionKind.CALL ? strike >= atForward : strike < atForward;
    }

    /** True if each side tells for how much it is good. */
    public boolean sizesKnown() {
        return (bid == null || bid.contracts != null) && (ask == null || ask.contracts != null);
    }
}
