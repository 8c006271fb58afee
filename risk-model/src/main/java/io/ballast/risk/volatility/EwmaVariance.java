/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.volatility;

import io.ballast.risk.loss.Domain;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Exponentially weighted variance of a price that is seen at irregular times. With tau the time constant, dt the time since
 * the price before and r the log return,
 *
 * <pre>
 *   squares = e^(-dt/tau)*squares + r^2       time = e^(-dt/tau)*time + dt       variance = squares/time
 * </pre>
 *
 * <p>Squares and time are weighted alike, so there is no bias at the start, and a tick right after another does not blow the
 * figure up. Ticks of the same millisecond count as one, the last: else what a burst of trades bounces to and fro would count with
 * no time to set against it. For n effective observations in tau the relative standard deviation is about {@code sqrt(2/n)}.
 *
 * <p>Immutable: each price gives a new one. The price of the latest millisecond may still be replaced, so that it is kept apart.
 *
 * @param timeConstant  tau, positive
 * @param squares  weighted sum of squared log returns, up to the price before the latest
 * @param timeMs  weighted sum of the times that they took, ms
 * @param previousMs  when the price before the latest was seen; that of the latest if there is only one
 * @param previousPrice  that price
 * @param latestMs  when the latest price was seen
 * @param latestPrice  that price
 */
public record EwmaVariance(
        Duration timeConstant,
        double squares,
        double timeMs,
        long previousMs,
        double previousPrice,
        long latestMs,
        double latestPrice) {

    public EwmaVariance {
        Domain.requirePositive("timeConstant in ms", (double) timeConstant.toMillis());
        Domain.requireNotNegative("squares", squares);
        Domain.requireNotNegative("timeMs", timeMs);
        Domain.requirePositive("previousPrice", previousPrice);
        Domain.requirePositive("latestPrice", latestPrice);
    }

    /** Begins with a first price; there is no variance yet. */
    public static EwmaVariance startingAt(Duration timeConstant, long timestampMs, double price) {
        return new EwmaVariance(timeConstant, 0, 0, timestampMs, price, timestampMs, price);
    }

    /**
     * With one more price.
     *
     * @throws IllegalArgumentException if it is earlier than the latest
     */
    public EwmaVariance after(long timestampMs, double price) {
        if (timestampMs < latestMs) {
            throw new IllegalArgumentException(
                    "price at " + timestampMs + " ms is earlier than the latest at " + latestMs);
        }
        if (timestampMs > latestMs) {
            return new EwmaVariance(timeConstant, squaresNow(), timeNow(), latestMs, latestPrice, timestampMs, price);
        }
        boolean onlyOne = previousMs == latestMs;
        return new EwmaVariance(
                timeConstant, squares, timeMs, previousMs, onlyOne ? price : previousPrice, latestMs, price);
    }

    /** Annual volatility; nothing before there are prices of two times. */
    public OptionalDouble annualVolatility() {
        double time = timeNow();
        return time == 0 ? OptionalDouble.empty() : OptionalDouble.of(Annual.volatility(squaresNow(), time));
    }

    /**
     * How much time stands behind the figure, as a part of what it will be when it has been running for long: 0 at the start, {@code
     * 1 - 1/e} after a time constant, towards 1 for frequent ticks.
     */
    public double maturity() {
        return Math.min(1, timeNow() / timeConstant.toMillis());
    }

    private double squaresNow() {
        double logReturn = Math.log(latestPrice) - Math.log(previousPrice);
        return decay() * squares + logReturn * logReturn;
    }

    private double timeNow() {
        return decay() * timeMs + (latestMs - previousMs);
    }

    private double decay() {
        return Math.exp(-(double) (latestMs - previousMs) / timeConstant.toMillis());
    }
}
