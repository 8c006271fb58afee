/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.sum.ExactSum;

/**
 * A part as attribution sees it: {@code hodl0 p0 + hodl1 p1 + (il + fees) p1} in the numeraire.
 *
 * @param prices  of both tokens
 * @param hodl0  token0 of the basket measured against
 * @param hodl1  token1 of it
 * @param il  value less basket, token1; not what withdrawals have fixed
 * @param fees  earned since entry, token1; collected ones are counted as if they were held still
 * @param lvr  loss versus rebalancing since entry, token1; positive is a loss
 */
public record PartWorth(TokenPrices prices, double hodl0, double hodl1, double il, double fees, double lvr) {

    /** What it all comes to. */
    public ExactSum worth() {
        return basket(prices).plusProduct(il, prices.price1()).plusProduct(fees, prices.price1());
    }

    /**
     * What happened from here to there, in terms that add up to the change of worth less {@link #flowTo} in every digit.
     *
     * <p>While the basket is the same every term is its own change. Where it changed, positions came or went in between: the
     * old basket, IL and fees are carried to the new prices, and the rest is a flow. What of IL and fees came between the two
     * is then in the flow: no more than the tolerance that parts are published by.
     */
    public Attribution to(PartWorth next) {
        ExactSum price = basket(next.prices).minus(basket(prices));
        return isSameBasket(next)
                ? Attribution.ofPools(
                        price,
                        change(il, next.il, next),
                        change(fees, next.fees, next),
                        ExactSum.ZERO,
                        ExactSum.ZERO
                                .plusProduct(next.lvr, next.prices.price1())
                                .minus(ExactSum.ZERO.plusProduct(lvr, next.prices.price1())))
                : Attribution.ofPools(
                        price, change(il, il, next), change(fees, fees, next), ExactSum.ZERO, ExactSum.ZERO);
    }

    /** What came in from here to there; negative went out. */
    public ExactSum flowTo(PartWorth next) {
        return next.worth().minus(worth()).minus(to(next).total());
    }

    private boolean isSameBasket(PartWorth next) {
        return hodl0 == next.hodl0 && hodl1 == next.hodl1;
    }

    private ExactSum change(double now, double then, PartWorth next) {
        return ExactSum.ZERO
                .plusProduct(then, next.prices.price1())
                .minus(ExactSum.ZERO.plusProduct(now, prices.price1()));
    }

    private ExactSum basket(TokenPrices at) {
        return ExactSum.ZERO.plusProduct(hodl0, at.price0()).plusProduct(hodl1, at.price1());
    }
}
