/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.scenario.BookLeg;
import io.ballast.risk.scenario.Market;

/**
 * A position in a pool whose own price moves with those of its assets, in dollars as its record has them: pools of a pair need not
 * agree on a price, and none is taken to have been traded to another's before the shock.
 *
 * @param curve  worth in token1 by price
 * @param poolPrice  token1 per token0, now
 * @param usdPerToken1  now
 * @param now  the market that both belong to
 */
record AnchoredLeg(PairCurve curve, String asset0, String asset1, double poolPrice, double usdPerToken1, Market now)
        implements BookLeg {

    @Override
    public double value(Market market) {
        double moved0 = market.price(asset0) / now.price(asset0);
        double moved1 = market.price(asset1) / now.price(asset1);
        return curve.value(poolPrice * moved0 / moved1) * usdPerToken1 * moved1;
    }
}
