/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

/** How far the hedge may be from its target before anything is traded. */
public sealed interface NoTradeBand {

    /**
     * Half of its width, in coins.
     *
     * @param gamma  change of coins by the asset's price, coins per unit of money; any sign
     * @param price  of the asset, positive
     */
    double halfWidth(double gamma, double price);

    /** What it comes from, in words. */
    String origin(double gamma, double price);

    /**
     * Always the same.
     *
     * @param coins  not negative
     */
    record Fixed(double coins) implements NoTradeBand {

        public Fixed {
            if (!(coins >= 0) || Double.isInfinite(coins)) {
                throw new IllegalArgumentException("fixed band of " + coins + " coins must not be negative");
            }
        }

        @Override
        public double halfWidth(double gamma, double price) {
            return coins;
        }

        @Override
        public String origin(double gamma, double price) {
            return "fixed";
        }
    }

    /**
     * {@code (3 cost P Gamma^2 / (2 riskAversion))^(1/3)} coins: where what trading costs and what variance costs are even.
     * Volatility drops out. Source: Whalley and Wilmott, Mathematical Finance 7(3) 307-324 (1997); formula sheet 6.2.
     *
     * @param costRate  of trading, one way, half the spread included: fraction of the notional, not negative
     * @param riskAversion  absolute, per unit of money; positive
     */
    record WhalleyWilmott(double costRate, double riskAversion) implements NoTradeBand {

        private static final double BASIS_POINT = 1e-4;

        public WhalleyWilmott {
            if (!(costRate >= 0 && costRate < 1)) {
                throw new IllegalArgumentException("cost rate " + costRate + " must be from 0 on and below 1");
            }
            if (!(riskAversion > 0) || Double.isInfinite(riskAversion)) {
                throw new IllegalArgumentException("risk aversion " + riskAversion + " must be positive");
            }
        }

        @Override
        public double halfWidth(double gamma, double price) {
            return Math.cbrt(3 * costRate * price * gamma * gamma / (2 * riskAversion));
        }

        @Override
        public String origin(double gamma, double price) {
            return "Whalley-Wilmott at " + Figure.of(costRate / BASIS_POINT) + " bp, risk aversion "
                    + Figure.of(riskAversion) + ", gamma " + Figure.of(gamma) + " and a price of " + Figure.of(price);
        }
    }
}
