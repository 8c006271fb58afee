/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.constantproduct;

import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.loss.ConstantProductLoss;
import io.ballast.risk.loss.Domain;

/**
 * A share of a constant product pool: {@code x y = L^2}, so x = L/s, y = L s with s = sqrt(P).
 *
 * <p>Source: Uniswap v2 whitepaper; Uniswap docs "Understanding Returns".
 *
 * @param liquidity  L, the share of sqrt(reserve0 * reserve1); not negative
 */
public record ConstantProductCurve(double liquidity) implements PairCurve {

    public ConstantProductCurve {
        Domain.requireNotNegative("liquidity", liquidity);
    }

    /** A share of the pool's reserves, both positive. */
    public static ConstantProductCurve ofReserves(double reserve0, double reserve1, double share) {
        requirePositive("reserve0", reserve0);
        requirePositive("reserve1", reserve1);
        return new ConstantProductCurve(share * Math.sqrt(reserve0) * Math.sqrt(reserve1));
    }

    @Override
    public double amount0(double price) {
        return ConstantProductLoss.amount0(liquidity, sqrt(price));
    }

    @Override
    public double amount1(double price) {
        return ConstantProductLoss.amount1(liquidity, sqrt(price));
    }

    /** {@code -L / (2 s^3)}. */
    @Override
    public double gamma(double price) {
        return ConstantProductLoss.gamma(liquidity, sqrt(price));
    }

    /** {@code L (s' - s)^2 / s}, with {@code s' - s = (P' - P) / (s' + s)}. */
    @Override
    public double rebalancingLoss(double from, double to) {
        double before = sqrt(from);
        double move = (to - from) / (sqrt(to) + before);
        return liquidity * (move / before) * move;
    }

    private static double sqrt(double price) {
        return Math.sqrt(requirePositive("price", price));
    }
}
