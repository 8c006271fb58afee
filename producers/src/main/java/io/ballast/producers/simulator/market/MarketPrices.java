/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

import io.ballast.producers.simulator.chain.SimulatedToken;
import io.ballast.producers.simulator.chain.UsdPrices;
import java.math.BigDecimal;

/** Takes tokens to be worth what the market shows of their price source. */
public final class MarketPrices implements UsdPrices {

    /** The price source of a token that is taken at one dollar. */
    public static final String PAR = "par:USD";

    private final MarketModel market;

    public MarketPrices(MarketModel market) {
        this.market = market;
    }

    @Override
    public BigDecimal of(SimulatedToken token) {
        return token.priceSource().equals(PAR)
                ? BigDecimal.ONE
                : market.quote(token.priceSource()).price();
    }
}
