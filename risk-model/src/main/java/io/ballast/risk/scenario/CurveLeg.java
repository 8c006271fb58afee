/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.curve.PairCurve;

/** A holding in a pool of two assets, once the pool has been traded to the market's prices. Any kind of pool. */
public record CurveLeg(PairCurve curve, String asset0, String asset1) implements BookLeg {

    @Override
    public double value(Market market) {
        double price1 = market.price(asset1);
        return curve.value(market.price(asset0) / price1) * price1;
    }
}
