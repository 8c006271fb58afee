/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.concentrated;

import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.loss.ConcentratedRange;

/**
 * Liquidity over a range of prices, as a function of price. In range it is {@code (x + L/b)(y + L a) = L^2}; outside, one
 * token alone. Gamma jumps at both ends of the range and is zero there.
 *
 * <p>Source: Uniswap v3 whitepaper eq. 2.2, 6.29, 6.30; see {@link ConcentratedRange}.
 */
public record ConcentratedCurve(ConcentratedRange range) implements PairCurve {

    /** Liquidity between two prices. */
    public static ConcentratedCurve between(double liquidity, double lowerPrice, double upperPrice) {
        return new ConcentratedCurve(new ConcentratedRange(liquidity, sqrt(lowerPrice), sqrt(upperPrice)));
    }

    @Override
    public double amount0(double price) {
        return range.amount0(sqrt(price));
    }

    @Override
    public double amount1(double price) {
        return range.amount1(sqrt(price));
    }

    /** {@code -L / (2 s^3)} in range, else 0. */
    @Override
    public double gamma(double price) {
        return range.gamma(sqrt(price));
    }

    /**
     * {@code L (s' - s)^2 / s} between two prices in range, with {@code s' - s = (P' - P) / (s' + s)}; else in the regimes
     * of {@link ConcentratedRange#impermanentLoss}, of which this is the negative.
     */
    @Override
    public double rebalancingLoss(double from, double to) {
        double before = sqrt(from);
        double after = sqrt(to);
        if (inRange(before) && inRange(after)) {
            double move = (to - from) / (after + before);
            return range.liquidity() * (move / before) * move;
        }
        return 0.0 - range.impermanentLoss(before, after);
    }

    private boolean inRange(double sqrtPrice) {
        return sqrtPrice >= range.sqrtLower() && sqrtPrice <= range.sqrtUpper();
    }

    private static double sqrt(double price) {
        return Math.sqrt(requirePositive("price", price));
    }
}
