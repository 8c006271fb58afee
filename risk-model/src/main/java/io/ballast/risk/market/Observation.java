/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.loss.Domain;

/**
 * What a source said of a pair: a last trade, or the middle of its quote.
 *
 * @param price  quote asset per base asset, positive
 * @param spread  ask less bid, as a fraction of the middle, not negative; null: not a quote
 * @param timeMs  when it was so
 * @param simulated  made by the simulator
 */
public record Observation(double price, Double spread, long timeMs, boolean simulated) {

    public Observation {
        Domain.requirePositive("price", price);
        if (spread != null) {
            Domain.requireNotNegative("spread", spread);
        }
    }

    /** A last trade, or a mark. */
    public static Observation trade(double price, long timeMs) {
        return new Observation(price, null, timeMs, false);
    }

    /**
     * @param bid  positive
     * @param ask  not below the bid
     * @throws IllegalArgumentException if the book is crossed, or a side is no price
     */
    public static Observation quote(double bid, double ask, long timeMs) {
        Domain.requirePositive("bid", bid);
        Domain.requirePositive("ask", ask);
        if (bid > ask) {
            throw new IllegalArgumentException("bid " + bid + " is above ask " + ask);
        }
        double middle = bid + (ask - bid) / 2;
        return new Observation(middle, (ask - bid) / middle, timeMs, false);
    }

    /** The same in another unit. */
    public Observation times(double factor) {
        return new Observation(price * factor, spread, timeMs, simulated);
    }
}
