/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/**
 * What a model says of an option leg: all its contracts, signed, in quote units and base coins. Also of a coin-settled option:
 * its coins times the spot price. The coins paid for it are cash of the account and no part of this.
 *
 * <p>Spot is quote per base, positive; volShift is added to the option's volatility, as a fraction a year.
 */
public interface OptionLeg {

    /** Worth in quote units. */
    double value(double spot, double volShift);

    /** {@code dValue/dSpot}, base coins. */
    double delta(double spot, double volShift);

    /** {@code d2Value/dSpot2}, base coins per quote unit of price. */
    double gamma(double spot, double volShift);

    /** {@code dValue/dVol}: quote units for volatility higher by 1, that is by 100 points. */
    double vega(double spot, double volShift);

    /** Not negative. */
    double yearsToExpiry();

    /** The same so many years later, expired at the most. */
    OptionLeg after(double years);
}
