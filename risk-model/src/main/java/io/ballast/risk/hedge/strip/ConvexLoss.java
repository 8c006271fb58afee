/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import java.util.List;

/**
 * What liquidity positions lose against holding, by the price of the coin: f(P), a convex function, in dollars. Positive is a
 * loss; a basket with several entries may have a smallest loss above zero.
 */
public interface ConvexLoss {

    /**
     * f(P).
     *
     * @param price  dollars a coin, positive and finite
     */
    double at(double price);

    /** Limit of f as the price goes to zero; finite, for what is held then is worth what its dollars are. */
    double atZero();

    /** f'(P), coins: what was to be held less what is held. Never falls as the price rises. At a kink any slope between. */
    double slope(double price);

    /** Limit of f' as the price goes to infinity: the coins that were to be held, for the positions hold none then. */
    double slopeAtInfinity();

    /**
     * A price where f is lowest, right to a few parts in 1e15; 0 if f only rises, infinite if it only falls.
     *
     * @param near  where to begin looking, positive
     */
    default double lowestAt(double near) {
        return LowestPoint.of(this, near);
    }

    /** Losses that add up, all by the price of the same coin. */
    static ConvexLoss sum(List<ConvexLoss> parts) {
        return new LossSum(List.copyOf(parts));
    }
}
