/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * A European option on a spot price with a yield: Black-Scholes with cost of carry {@code b = rate - carryYield}, which is
 * {@link Black76} on the forward {@code S*exp(b*T)}. A yield of zero is a share without dividends, yield = rate a future.
 *
 * <p>Source: Haug, "The Complete Guide to Option Pricing Formulas", generalised Black-Scholes-Merton formula.
 *
 * @param kind  call or put
 * @param spot  S, positive
 * @param strike  positive
 * @param volatility  annual, not negative
 * @param yearsToExpiry  T, not negative
 * @param rate  continuously compounded, annual
 * @param carryYield  what holding the underlying earns, continuously compounded, annual
 */
public record SpotOption(
        OptionKind kind,
        double spot,
        double strike,
        double volatility,
        double yearsToExpiry,
        double rate,
        double carryYield) {

    public SpotOption {
        requirePositive("spot", spot);
        onForward(kind, spot, strike, volatility, yearsToExpiry, rate, carryYield);
    }

    /** Present value of one option. */
    public double price() {
        return onForward().price();
    }

    /** The same option seen from the forward. */
    public Black76 onForward() {
        return onForward(kind, spot, strike, volatility, yearsToExpiry, rate, carryYield);
    }

    /** Sensitivities to the spot; theta and rho at a fixed spot and yield. */
    public OptionGreeks greeks() {
        OptionGreeks g = onForward().greeks();
        double forwardPerSpot = onForward().forward() / spot;
        double deltaValue = g.delta() * onForward().forward();
        return new OptionGreeks(
                g.price(),
                g.delta() * forwardPerSpot,
                g.gamma() * forwardPerSpot * forwardPerSpot,
                g.vega(),
                g.theta() - deltaValue * (rate - carryYield),
                g.rho() + deltaValue * yearsToExpiry,
                g.vanna() * forwardPerSpot,
                g.volga());
    }

    private static Black76 onForward(
            OptionKind kind, double spot, double strike, double volatility, double years, double rate, double carry) {
        return new Black76(kind, spot * Math.exp((rate - carry) * years), strike, volatility, years, rate);
    }
}
