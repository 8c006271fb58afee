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

    /** Of the options, those held among them, and the forward; cash has none. */
    public static StripGreeks of(StripPortfolio portfolio, Smile smile) {
        StripGreeks sum = new StripGreeks(portfolio.forwardCoins(), 0, 0, 0);
        for (StripLeg leg : portfolio.legs()) {
            OptionQuote option = leg.option();
            sum = sum.plus(
                    leg.quantity(), smile.option(option.kind(), option.strike()).greeks());
        }
        for (HeldOptions.Held held : portfolio.held().options()) {
            sum = sum.plus(
                    held.coins(), smile.option(held.kind(), held.strike()).greeks());
        }
        return sum;
    }

    private StripGreeks plus(double coins, OptionGreeks greeks) {
        return new StripGreeks(
                delta + coins * greeks.delta(),
                gamma + coins * greeks.gamma(),
                vega + coins * greeks.vega(),
                thetaPerDay + coins * greeks.thetaPerDay());
    }
}
