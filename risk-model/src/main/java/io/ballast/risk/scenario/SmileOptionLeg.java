/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.hedge.OptionLeg;
import io.ballast.risk.option.Black76;
import io.ballast.risk.option.OptionKind;

/**
 * Options of one strike and expiry by Black-76, at the volatility that their smile has at the strike and at a forward that moves
 * along with the spot price. The strike keeps its volatility whatever the price does.
 *
 * <p>With F = S g, g the forward for a dollar of spot, an option on one coin is worth {@code Black(F)/g}: the dollars of expiry turned
 * into coins at the forward, as venues quote them. So its delta to the spot is {@code e*N(e*d1)}. Formula sheet 6.6.
 *
 * @param kind  call or put
 * @param strike  positive
 * @param coins  on how many coins; negative was sold
 * @param volatility  annual, not negative
 * @param yearsToExpiry  not negative
 * @param forwardPerSpot  positive
 */
public record SmileOptionLeg(
        OptionKind kind, double strike, double coins, double volatility, double yearsToExpiry, double forwardPerSpot)
        implements OptionLeg {

    public SmileOptionLeg {
        requirePositive("forwardPerSpot", forwardPerSpot);
        new Black76(kind, strike, strike, volatility, yearsToExpiry, 0);
    }

    @Override
    public double value(double spot, double volShift) {
        return coins * at(spot, volShift).price() / forwardPerSpot;
    }

    @Override
    public double delta(double spot, double volShift) {
        return coins * at(spot, volShift).greeks().delta();
    }

    @Override
    public double gamma(double spot, double volShift) {
        return coins * at(spot, volShift).greeks().gamma() * forwardPerSpot;
    }

    @Override
    public double vega(double spot, double volShift) {
        return coins * at(spot, volShift).greeks().vega() / forwardPerSpot;
    }

    /**
     * The same options so many years later; at their expiry at the latest. The forward comes down to the price at the rate that it has
     * now.
     */
    @Override
    public SmileOptionLeg after(double years) {
        double left = Math.max(0, yearsToExpiry - requireNotNegative("years", years));
        double forward = yearsToExpiry == 0 ? 1 : Math.pow(forwardPerSpot, left / yearsToExpiry);
        return new SmileOptionLeg(kind, strike, coins, volatility, left, forward);
    }

    /** Volatility is never below nothing, however far it is shifted. */
    private Black76 at(double spot, double volShift) {
        return new Black76(kind, spot * forwardPerSpot, strike, Math.max(0, volatility + volShift), yearsToExpiry, 0);
    }
}
