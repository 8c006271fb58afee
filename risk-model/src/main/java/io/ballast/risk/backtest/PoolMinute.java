/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.portfolio.PartFigures;
import io.ballast.risk.portfolio.TokenPrices;

/**
 * What a portfolio has in a pool at one moment, as published. Money is the token that is not risky; a coin is a unit of the
 * other.
 *
 * @param timeMicros  event time, microseconds since 1970
 * @param figures  in token1, as everywhere
 */
public record PoolMinute(long timeMicros, RiskyToken risky, PartFigures figures) {

    /** Money for a coin, at the pool. */
    public double price() {
        return risky == RiskyToken.TOKEN0 ? figures.price() : 1 / figures.price();
    }

    /** Both tokens in money. */
    public TokenPrices prices() {
        return risky == RiskyToken.TOKEN0 ? new TokenPrices(price(), 1) : new TokenPrices(1, price());
    }

    /** Coins that the pool stands for. */
    public double coins() {
        return risky == RiskyToken.TOKEN0 ? figures.delta0() : figures.delta1();
    }

    /** Coins of the basket measured against. */
    public double hodlCoins() {
        return risky == RiskyToken.TOKEN0 ? figures.hodl0() : figures.hodl1();
    }

    /**
     * Change of coins by their price, coins per unit of money; not positive. With y the token1 and p the pool's price dy = -p
     * dx, and the price of token1 is 1/p: p^3 times the gamma of token0.
     */
    public double gamma() {
        double p = figures.price();
        return risky == RiskyToken.TOKEN0 ? figures.gamma() : figures.gamma() * p * p * p;
    }

    /** Loss versus rebalancing from an earlier moment to this one, one step, in money at present prices; not negative. */
    double lossSince(PoolMinute before) {
        return (figures.lvr() - before.figures.lvr()) * prices().price1();
    }

    /** @throws IllegalArgumentException if liquidity came or went in between, which is not followed */
    void requireSameBasket(PoolMinute before) {
        if (figures.hodl0() != before.figures.hodl0() || figures.hodl1() != before.figures.hodl1()) {
            throw new IllegalArgumentException("liquidity came or went between " + before.timeMicros + " and "
                    + timeMicros + " (microseconds since 1970); a back-test follows positions that stay as they are");
        }
    }
}
