/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.option.OptionGreeks;
import io.ballast.risk.option.Smile;

/**
 * How the value of a hedge changes before expiry, from the smile of its market at the forward, each strike with its own
 * volatility that stays (sticky strike).
 *
 * @param delta  coins: change by the forward, the forward bought included
 * @param gamma  coins per dollar
 * @param vega  dollars for one unit of volatility (1 means 100 %)
 * @param thetaPerDay  dollars a day; negative: what waiting costs
 */
public record StripGreeks(double delta, double gamma, double vega, double thetaPerDay) {

    /** Of the options and the forward; cash has none. */
    public static StripGreeks of(StripPortfolio portfolio, Smile smile) {
        double delta = portfolio.forwardCoins();
        double gamma = 0;
        double vega = 0;
        double thetaPerDay = 0;
        for (StripLeg leg : portfolio.legs()) {
            OptionGreeks greeks =
                    smile.option(leg.option().kind(), leg.option().strike()).greeks();
            delta += leg.quantity() * greeks.delta();
            gamma += leg.quantity() * greeks.gamma();
            vega += leg.quantity() * greeks.vega();
            thetaPerDay += leg.quantity() * greeks.thetaPerDay();
        }
        return new StripGreeks(delta, gamma, vega, thetaPerDay);
    }
}
