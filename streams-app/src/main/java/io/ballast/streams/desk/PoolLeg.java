/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.scenario.BookLeg;
import io.ballast.risk.scenario.Market;

/**
 * A holding in a pool whose own price moves with those of its assets: pools of a pair need not agree on a price, and none is taken
 * to have been traded to another's before the shock.
 *
 * @param poolPrice  the pool's now, token1 per token0
 * @param now  the market that it belongs to
 */
record PoolLeg(Holding holding, double poolPrice, Market now) implements BookLeg {

    @Override
    public double value(Market market) {
        double price0 = market.price(holding.asset0());
        double price1 = market.price(holding.asset1());
        double moved = poolPrice * (price0 / now.price(holding.asset0())) / (price1 / now.price(holding.asset1()));
        double inToken1 = holding.valueInToken1(moved);
        return holding.dollar0() && !holding.dollar1() ? inToken1 / moved * price0 : inToken1 * price1;
    }
}
