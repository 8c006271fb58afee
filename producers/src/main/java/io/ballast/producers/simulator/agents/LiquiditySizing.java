/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.TickRange;
import io.ballast.producers.simulator.chain.UsdPrices;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.LiquidityAmounts;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Between liquidity and dollars, at the pool's price; for choosing sizes. */
final class LiquiditySizing {

    private static final BigInteger SAMPLE = BigInteger.TEN.pow(18);

    private final UsdPrices prices;

    LiquiditySizing(UsdPrices prices) {
        this.prices = prices;
    }

    /** The liquidity in a range that is worth about so many dollars, at least 1. */
    BigInteger liquidityWorth(double usd, SimulatedConcentratedPool pool, TickRange range) {
        double ofSample = value(pool, range, SAMPLE);
        return new BigDecimal(SAMPLE)
                .multiply(BigDecimal.valueOf(usd / ofSample))
                .toBigInteger()
                .max(BigInteger.ONE);
    }

    /** What liquidity in a range is worth in dollars. */
    double value(SimulatedConcentratedPool pool, TickRange range, BigInteger liquidity) {
        TokenAmounts amounts = LiquidityAmounts.amountsForLiquidity(
                pool.state().sqrtPriceX96(),
                TickMath.sqrtPriceX96AtTick(range.lower()),
                TickMath.sqrtPriceX96AtTick(range.upper()),
                liquidity,
                true);
        return prices.value(pool.terms().tokens(), amounts);
    }

    /** A fraction of some liquidity, at least 1. */
    static BigInteger part(BigInteger liquidity, double fraction) {
        return new BigDecimal(liquidity)
                .multiply(BigDecimal.valueOf(fraction))
                .toBigInteger()
                .max(BigInteger.ONE);
    }
}
