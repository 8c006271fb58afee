/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

/**
 * What a portfolio has of one asset, everything netted.
 *
 * @param inPools  coins that pools stand for
 * @param hodl  coins of the baskets measured against
 * @param held  coins that the hedge accounts stand for, coin collateral included
 * @param gamma  change of coins by the asset's price, coins per unit of money
 * @param price  of the asset in money; positive
 */
public record HedgeNeed(String asset, double inPools, double hodl, double held, double gamma, double price) {

    public HedgeNeed {
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("price " + price + " of " + asset + " must be positive");
        }
    }
}
