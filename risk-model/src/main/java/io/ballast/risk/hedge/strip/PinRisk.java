/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.option.Gaussian;
import io.ballast.risk.option.LogMoneyness;
import java.time.Duration;

/**
 * What the last hours of an option do to a hedge. Near expiry a strip's gamma gathers at its strikes while that of the
 * positions stays smooth: the strip is neutral on average over prices only, and rehedging its delta buys and sells the kink.
 */
public final class PinRisk {

    private PinRisk() {}

    /** {@code P*sigma*sqrt(T)}: standard deviation of the price until expiry, dollars. */
    public static double priceDeviation(double price, double volatility, double yearsToExpiry) {
        return requirePositive("price", price)
                * requireNotNegative("volatility", volatility)
                * Math.sqrt(requireNotNegative("yearsToExpiry", yearsToExpiry));
    }

    /** True while the price can still pass half the distance of two strikes: only then does the strip's delta mean something. */
    public static boolean deltaIsMeaningful(
            double price, double volatility, double yearsToExpiry, double strikeSpacing) {
        return priceDeviation(price, volatility, yearsToExpiry) >= requirePositive("strikeSpacing", strikeSpacing) / 2;
    }

    /**
     * {@code |ln(P/K)|/(sigma*sqrt(T))}: how far the price is from a strike in standard deviations. At expiry, or without volatility,
     * infinite, or 0 at the strike itself.
     */
    public static double distanceInDeviations(double price, double strike, double volatility, double yearsToExpiry) {
        double distance = Math.abs(LogMoneyness.of(price, strike));
        double deviation = priceDeviation(price, volatility, yearsToExpiry) / price;
        return distance == 0 ? 0 : distance / deviation;
    }

    /**
     * Gamma that a quantity of options has near its strike, {@code q*n(d1)/(P*sigma*sqrt(T))}, coins per dollar.
     *
     * @param quantity  coins, any sign
     * @throws IllegalArgumentException if there is no time or volatility left: the gamma is then a jump of delta
     */
    public static double gamma(double quantity, double price, double strike, double volatility, double yearsToExpiry) {
        double deviation = requirePositive("price deviation", priceDeviation(price, volatility, yearsToExpiry));
        double v = deviation / price;
        double d1 = LogMoneyness.of(price, strike) / v + v / 2;
        return quantity * Gaussian.density(d1) / deviation;
    }

    /**
     * Standard deviation between the price at expiry and the average of it that settlement is at: {@code P*sigma*sqrt(window/3)}, dollars.
     *
     * @param window  length of the average, 30 minutes at Deribit
     */
    public static double settlementDeviation(double price, double volatility, Duration window) {
        double years = (double) window.toMillis() / Duration.ofDays(365).toMillis();
        return priceDeviation(price, volatility, years / 3);
    }
}
