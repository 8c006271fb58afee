/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

/**
 * Price of one option and how it changes. The underlying is the forward or the spot, as the method that made it says.
 *
 * @param price  present value, in the currency of the strike
 * @param delta  change of price by the underlying
 * @param gamma  change of delta by the underlying, not negative
 * @param vega  change of price by volatility, for one unit of volatility (1 means 100 %), not negative
 * @param theta  change of price as time passes, a year; divide by 365 for a day
 * @param rho  change of price by the rate, for one unit of rate
 * @param vanna  change of delta by volatility, which is the change of vega by the underlying
 * @param volga  change of vega by volatility
 */
public record OptionGreeks(
        double price, double delta, double gamma, double vega, double theta, double rho, double vanna, double volga) {

    private static final double DAYS_A_YEAR = 365;

    /** Change of price as one day of 365 passes. */
    public double thetaPerDay() {
        return theta / DAYS_A_YEAR;
    }
}
