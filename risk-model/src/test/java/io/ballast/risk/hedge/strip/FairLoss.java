/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.option.Gaussian;
import io.ballast.risk.option.LogMoneyness;
import io.ballast.risk.option.OptionKind;
import io.ballast.risk.option.Smile;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * What the loss against holding costs on average under option prices: the fair premium of a perfect hedge, undiscounted, in dollars.
 * A listed strip costs more by its spreads and by what its chords pay too much: an oracle for strips.
 *
 * <p>Source: Carr and Madan spanning with weights {@code L/(2 K^(3/2))} inside the range; the same decomposition in Lipton,
 * Lucic and Sepp, "Unified approach for hedging impermanent loss of liquidity provision" (arXiv:2407.05146).
 */
final class FairLoss {

    private static final int PIECES = 64;
    private static final GaussIntegrator LEGENDRE = new GaussIntegratorFactory().legendre(10, -1, 1);

    private FairLoss() {}

    /**
     * Of one range under a smile: out-of-the-money options of every strike, weighted. Put weights below the entry, calls above. In
     * the root u of the strike the weight is {@code L/u^2 du}. Relative error some 1e-9 where the width of the range is less than
     * a few tens of standard deviations.
     */
    static double underSmile(RangeLoss loss, Smile smile) {
        double a = loss.range().sqrtLower();
        double b = loss.range().sqrtUpper();
        double c = Math.max(a, Math.min(b, loss.sqrtPriceAtEntry()));
        double puts = integral(u -> smile.option(OptionKind.PUT, u * u).price() / u / u, a, c);
        double calls = integral(u -> smile.option(OptionKind.CALL, u * u).price() / u / u, c, b);
        return loss.range().liquidity() * (puts + calls);
    }

    private static double integral(DoubleUnaryOperator function, double from, double to) {
        double half = (to - from) / PIECES / 2;
        double sum = 0;
        for (int piece = 0; piece < PIECES && half > 0; piece++) {
            double middle = from + (2 * piece + 1) * half;
            sum += half * LEGENDRE.integrate(x -> function.applyAsDouble(middle + half * x));
        }
        return sum;
    }

    /**
     * Of one range under a lognormal price: a closed form of the moments of order 0, 1/2 and 1 below each end. A difference of value
     * and holding: its error is some 1e-15 of the holding.
     *
     * @param forward  expected price
     * @param totalVolatility  sigma*sqrt(T), positive
     */
    static double lognormal(RangeLoss loss, double forward, double totalVolatility) {
        requirePositive("totalVolatility", totalVolatility);
        double held = loss.slopeAtInfinity() * forward + loss.atZero();
        Moments below = new Moments(
                requirePositive("forward", forward),
                totalVolatility,
                loss.range().sqrtLower());
        Moments above = new Moments(forward, totalVolatility, loss.range().sqrtUpper());
        double a = loss.range().sqrtLower();
        double b = loss.range().sqrtUpper();
        double perLiquidity = (b - a) / a / b * below.whole()
                + 2 * (above.half() - below.half())
                - (above.whole() - below.whole()) / b
                - a * (above.none() - below.none())
                + (b - a) * (1 - above.none());
        return held - loss.range().liquidity() * perLiquidity;
    }

    /**
     * Of constant-product liquidity under a lognormal price: {@code L*((sqrt(F) - c)^2/c + 2*sqrt(F)*(1 - e^(-v^2/8)))}. At F = c^2 that
     * is {@code 1 - e^(-v^2/8)} of the value.
     *
     * @param totalVolatility  v, sigma*sqrt(T), not negative
     */
    static double lognormal(FullRangeLoss loss, double forward, double totalVolatility) {
        requireNotNegative("totalVolatility", totalVolatility);
        double convexity = -Math.expm1(-totalVolatility * totalVolatility / 8);
        return loss.at(forward) + 2 * loss.liquidity() * Math.sqrt(forward) * convexity;
    }

    /** {@code E[P^k; P < u^2]} of a lognormal price: {@code F^k e^(k(k-1)v^2/2) N(-(d + k v))}, d of the strike u^2. */
    private record Moments(double forward, double v, double sqrtBound) {
        double none() {
            return below(0);
        }

        double half() {
            return Math.sqrt(forward) * Math.exp(-v * v / 8) * below(0.5);
        }

        double whole() {
            return forward * below(1);
        }

        private double below(double power) {
            double d = LogMoneyness.of(forward, sqrtBound * sqrtBound) / v - v / 2;
            return Gaussian.cumulative(-(d + power * v));
        }
    }
}
