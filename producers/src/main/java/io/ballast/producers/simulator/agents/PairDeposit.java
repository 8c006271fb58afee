/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import io.ballast.producers.simulator.chain.SimulatedPair;
import io.ballast.producers.simulator.chain.SimulatedToken;
import io.ballast.producers.simulator.chain.TokenPair;
import io.ballast.producers.simulator.chain.UsdPrices;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Amounts of both tokens for a deposit into a pair. */
final class PairDeposit {

    private PairDeposit() {}

    /** Half of the dollars in each token, at market prices: for the first deposit, which sets the price. */
    static TokenAmounts atMarket(double usd, TokenPair tokens, UsdPrices prices) {
        return new TokenAmounts(rawWorth(usd / 2, tokens.token0(), prices), rawWorth(usd / 2, tokens.token1(), prices));
    }

    /** About so many dollars in the proportion of the reserves, token1 rounded up as the router's quote needs it. */
    static TokenAmounts atReserves(double usd, SimulatedPair pair, UsdPrices prices) {
        TokenAmounts reserves = pair.reserves();
        BigInteger amount0 = rawWorth(usd / 2, pair.terms().tokens().token0(), prices);
        BigInteger[] amount1 = amount0.multiply(reserves.amount1()).divideAndRemainder(reserves.amount0());
        return new TokenAmounts(amount0, amount1[0].add(BigInteger.valueOf(amount1[1].signum())));
    }

    /** Raw units of a token for so many dollars, at least 1. */
    static BigInteger rawWorth(double usd, SimulatedToken token, UsdPrices prices) {
        BigDecimal whole = BigDecimal.valueOf(usd).divide(prices.of(token), MathContext.DECIMAL64);
        return token.raw(whole).max(BigInteger.ONE);
    }
}
