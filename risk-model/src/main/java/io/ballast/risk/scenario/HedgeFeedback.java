/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * What following a hedge does to the market that it is traded in, for a price move of 1 %.
 *
 * <p>When the price falls the pool takes in coins, arbitrageurs buy them on the market, and the hedger sells as many there. So
 * gross flow is the hedger's own; net of the arbitrage it is what the hedger trades beyond the pool's own change: nothing for
 * a pool hedged in full, where the pressure left is that between spot and perpetual. Linear impact is an assumption.
 *
 * @param grossFlowCoins  coins that the hedge has to trade, with the move; not negative
 * @param netFlowCoins  the same net of arbitrage; negative leans against the move
 * @param grossPhi  grossFlowCoins over the depth; null: that is not known
 * @param netPhi  netFlowCoins over the depth; null likewise
 * @param amplification  {@code 1 / (1 - grossPhi)}: how much farther a move goes; null from 1 on: it feeds itself; null too where the depth
 *     is not known
 */
public record HedgeFeedback(
        double grossFlowCoins, double netFlowCoins, Double grossPhi, Double netPhi, Double amplification) {

    /** Gross phi from which on to warn. */
    public static final double ALERT = 0.1;

    private static final double MOVE = 0.01;

    /**
     * @param poolGamma  of the pools hedged: coins per unit of price, either sign
     * @param hedgeRatio  part of the pools' change that the hedge follows: 1 is all, not negative
     * @param price  quote per base
     * @param depthCoins  coins on the hedge market within 1 % of the price, positive
     */
    public static HedgeFeedback of(double poolGamma, double hedgeRatio, double price, double depthCoins) {
        HedgeFeedback flows = withoutDepth(poolGamma, hedgeRatio, price);
        double phi = flows.grossFlowCoins / requirePositive("depth", depthCoins);
        return new HedgeFeedback(
                flows.grossFlowCoins,
                flows.netFlowCoins,
                phi,
                flows.netFlowCoins / depthCoins,
                phi >= 1 ? null : Double.valueOf(1 / (1 - phi)));
    }

    /** The flows alone, of a market whose depth is not known; parameters as there. */
    public static HedgeFeedback withoutDepth(double poolGamma, double hedgeRatio, double price) {
        requireNotNegative("size of gamma", Math.abs(poolGamma));
        requireNotNegative("hedge ratio", hedgeRatio);
        double poolFlow = Math.abs(poolGamma) * requirePositive("price", price) * MOVE;
        return new HedgeFeedback(poolFlow * hedgeRatio, poolFlow * (hedgeRatio - 1), null, null, null);
    }

    public boolean isAlert() {
        return grossPhi != null && grossPhi >= ALERT;
    }
}
