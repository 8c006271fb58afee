/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * A European option on a forward. With {@code v = sigma*sqrt(T)}, {@code d1 = ln(F/K)/v + v/2}, {@code d2 = d1 - v}, D the
 * discount factor and e = 1 for a call, -1 for a put, the price is {@code D*e*(F*N(e*d1) - K*N(e*d2))}.
 *
 * <p>The price is worked out as intrinsic value plus the value of the out-of-the-money option of the same strike, so it is
 * never below intrinsic value, call and put differ by exactly D*(F - K) up to rounding, and small time values keep their
 * digits.
 *
 * <p>Without volatility or time left the option is its intrinsic value: delta is that of the exercised option, half of it at
 * the strike itself, and what does not exist there (gamma, vega, vanna, volga) is 0. What the kink does to a hedge near
 * expiry is the matter of {@code hedge.strip.PinRisk}.
 *
 * <p>Source: Black, "The pricing of commodity contracts" (1976); Haug, "The Complete Guide to Option Pricing Formulas".
 *
 * @param kind  call or put
 * @param forward  F, price of the underlying for delivery at expiry, positive
 * @param strike  K, positive
 * @param volatility  sigma, annual, not negative
 * @param yearsToExpiry  T, not negative
 * @param rate  continuously compounded, annual, any sign: D = exp(-rate*T)
 */
public record Black76(
        OptionKind kind, double forward, double strike, double volatility, double yearsToExpiry, double rate) {

    public Black76 {
        requirePositive("forward", forward);
        requirePositive("strike", strike);
        requireNotNegative("volatility", volatility);
        requireNotNegative("yearsToExpiry", yearsToExpiry);
        if (!Double.isFinite(rate)) {
            throw new IllegalArgumentException("rate " + rate + " must be finite");
        }
    }

    /** Present value of one option. */
    public double price() {
        return discount() * undiscounted();
    }

    /** {@code exp(-rate*T)}. */
    public double discount() {
        return Math.exp(-rate * yearsToExpiry);
    }

    /** {@code sigma*sqrt(T)}. */
    public double totalVolatility() {
        return volatility * Math.sqrt(yearsToExpiry);
    }

    /** {@code N(e*d2)}: probability under the model that it ends in the money; 0, 1 or one half without volatility or time. */
    public double exerciseProbability() {
        return side(d2());
    }

    /** {@code e*N(e*d1)}: delta without discount, as venues show it. */
    public double forwardDelta() {
        return kind.sign() * side(d1());
    }

    /** Sensitivities to the forward; theta and rho at a fixed forward: {@code rho = -T*price}. */
    public OptionGreeks greeks() {
        double price = price();
        double delta = discount() * forwardDelta();
        double rho = -yearsToExpiry * price + 0.0; // no negative zero
        return totalVolatility() == 0
                ? new OptionGreeks(price, delta, 0, 0, rate * price, rho, 0, 0)
                : withVolatility(price, delta, rho);
    }

    private OptionGreeks withVolatility(double price, double delta, double rho) {
        double density = discount() * Gaussian.density(d1());
        double root = Math.sqrt(yearsToExpiry);
        double vega = forward * density * root;
        double theta = rate * price - forward * density * volatility / (2 * root);
        // A vanishing density wins over whatever power of d1 stands beside it.
        double vanna = density == 0 ? 0 : -density * d2() / volatility;
        double volga = vega == 0 ? 0 : vega * d1() * d2() / volatility;
        double gamma = density == 0 ? 0 : density / (forward * totalVolatility());
        return new OptionGreeks(price, delta, gamma, vega, theta, rho, vanna, volga);
    }

    private double undiscounted() {
        double intrinsic = kind.payoff(forward, strike);
        double v = totalVolatility();
        return v == 0
                ? intrinsic
                : intrinsic
                        + Math.sqrt(forward) * Math.sqrt(strike) * NormalisedBlack.value(-Math.abs(logMoneyness()), v);
    }

    /** {@code ln(F/K)}, to its digits also where F is next to K. */
    private double logMoneyness() {
        return LogMoneyness.of(forward, strike);
    }

    private double d1() {
        return logMoneyness() == 0 ? totalVolatility() / 2 : logMoneyness() / totalVolatility() + totalVolatility() / 2;
    }

    private double d2() {
        return logMoneyness() == 0
                ? -totalVolatility() / 2
                : logMoneyness() / totalVolatility() - totalVolatility() / 2;
    }

    private double side(double d) {
        return Gaussian.cumulative(kind.sign() * d);
    }
}
