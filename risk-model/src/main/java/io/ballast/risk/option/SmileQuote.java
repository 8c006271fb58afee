/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static io.ballast.risk.loss.Domain.requirePositive;

import java.util.OptionalDouble;

/**
 * Volatilities quoted for one strike of one expiry; null where there is none.
 *
 * @param strike  positive
 * @param bid  annual implied volatility of the best bid
 * @param ask  of the best ask
 * @param mark  of the venue's own mark
 */
public record SmileQuote(double strike, Double bid, Double ask, Double mark) {

    public SmileQuote {
        requirePositive("strike", strike);
        requirePositiveIfThere("bid", bid);
        requirePositiveIfThere("ask", ask);
        requirePositiveIfThere("mark", mark);
    }

    /** A quote that is a mark alone. */
    public static SmileQuote marked(double strike, double mark) {
        return new SmileQuote(strike, null, null, mark);
    }

    /**
     * The mark; without one the mean of bid and ask; nothing if there is one side only, for that bounds the volatility and does not
     * tell it.
     */
    public OptionalDouble middle() {
        if (mark != null) {
            return OptionalDouble.of(mark);
        }
        return bid == null || ask == null ? OptionalDouble.empty() : OptionalDouble.of(0.5 * (bid + ask));
    }

    /** True if both sides are there and the bid is above the ask. */
    public boolean crossed() {
        return bid != null && ask != null && bid > ask;
    }

    private static void requirePositiveIfThere(String what, Double volatility) {
        if (volatility != null) {
            requirePositive(what + " volatility", volatility);
        }
    }
}
