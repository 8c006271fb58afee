/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

import java.util.OptionalDouble;

/** The volatility that a price stands for, or why there is none. */
public sealed interface ImpliedVolatility {

    /**
     * The price is possible.
     *
     * @param volatility  annual, positive
     */
    record Found(double volatility) implements ImpliedVolatility {}

    /**
     * The price has no time value: even a volatility of zero is worth as much. Stale and rounded quotes deep in the money do that.
     *
     * @param price  present value asked for
     * @param lowerBound  present value of the intrinsic value
     */
    record AtOrBelowIntrinsic(double price, double lowerBound) implements ImpliedVolatility {}

    /**
     * The price is that of no volatility however high.
     *
     * @param price  present value asked for
     * @param upperBound  present value of the forward for a call, of the strike for a put
     */
    record AtOrAboveBound(double price, double upperBound) implements ImpliedVolatility {}

    /** The volatility if there is one. */
    default OptionalDouble asOptional() {
        return this instanceof Found found ? OptionalDouble.of(found.volatility) : OptionalDouble.empty();
    }

    /**
     * Inverts {@link Black76#price}. The answer is right to about 1e-13 times the price's own uncertainty over {@code vega*sigma}:
     * where a price says little about volatility (deep in the money, far from the strike) a rounding of the price moves it a lot.
     *
     * @param yearsToExpiry  positive: at expiry a price says nothing about volatility
     * @param rate  continuously compounded, annual
     * @param price  present value of one option, not negative
     */
    static ImpliedVolatility fromPrice(
            OptionKind kind, double forward, double strike, double yearsToExpiry, double rate, double price) {
        requirePositive("yearsToExpiry", yearsToExpiry);
        requireNotNegative("price", price);
        double discount = new Black76(kind, forward, strike, 0, yearsToExpiry, rate).discount();
        double intrinsic = kind.payoff(forward, strike);
        double bound = kind == OptionKind.CALL ? forward : strike;
        double timeValue = (price - discount * intrinsic) / discount;
        double scaled = timeValue / Math.sqrt(forward) / Math.sqrt(strike);
        double x = -Math.abs(LogMoneyness.of(forward, strike));
        if (scaled <= 0) {
            return new AtOrBelowIntrinsic(price, discount * intrinsic);
        }
        if (price >= discount * bound || scaled >= Math.exp(x / 2)) {
            return new AtOrAboveBound(price, discount * bound);
        }
        return new Found(TotalVolatility.of(x, scaled) / Math.sqrt(yearsToExpiry));
    }
}
