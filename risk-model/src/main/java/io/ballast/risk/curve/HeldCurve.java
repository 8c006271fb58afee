/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import io.ballast.risk.loss.Domain;

/**
 * A part of a pool in whole tokens, of the pool's curve in raw units.
 *
 * @param whole  the pool, raw units
 * @param part  of the pool, not negative
 * @param decimals0  of token0
 * @param decimals1  of token1
 */
public record HeldCurve(PairCurve whole, double part, int decimals0, int decimals1) implements PairCurve {

    public HeldCurve {
        Domain.requireNotNegative("part", part);
    }

    /** A holding that is told in whole tokens already. */
    public static HeldCurve ofWholeTokens(PairCurve holding) {
        return new HeldCurve(holding, 1, 0, 0);
    }

    @Override
    public double amount0(double price) {
        return part * whole.amount0(raw(price)) * Math.pow(10, -decimals0);
    }

    @Override
    public double amount1(double price) {
        return part * whole.amount1(raw(price)) * Math.pow(10, -decimals1);
    }

    @Override
    public double gamma(double price) {
        return part * whole.gamma(raw(price)) * Math.pow(10, decimals1 - 2.0 * decimals0);
    }

    @Override
    public double rebalancingLoss(double from, double to) {
        return part * whole.rebalancingLoss(raw(from), raw(to)) * Math.pow(10, -decimals1);
    }

    private double raw(double price) {
        return price * Math.pow(10, decimals1 - decimals0);
    }
}
