/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigDecimal;

/** What everybody on the simulated chain takes tokens to be worth at the moment. */
@FunctionalInterface
public interface UsdPrices {

    /** Dollars per whole token; positive. */
    BigDecimal of(SimulatedToken token);

    /** Dollars for raw amounts of both tokens; for choosing sizes, not for accounts. */
    default double value(TokenPair tokens, TokenAmounts amounts) {
        return of(tokens.token0())
                        .multiply(tokens.token0().whole(amounts.amount0()))
                        .doubleValue()
                + of(tokens.token1())
                        .multiply(tokens.token1().whole(amounts.amount1()))
                        .doubleValue();
    }

    /** The fair price of one raw unit of token0 in raw units of token1, exact. */
    default RawRatio fair(TokenPair tokens) {
        return RawRatio.of(
                of(tokens.token0()).movePointLeft(tokens.token0().decimals()),
                of(tokens.token1()).movePointLeft(tokens.token1().decimals()));
    }
}
