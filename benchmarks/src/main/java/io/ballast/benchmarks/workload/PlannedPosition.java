/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import io.ballast.risk.aggregate.Contribution;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.LiquidityAmounts;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;

/**
 * A position of the measured pool.
 *
 * @param owner  address, one for each position
 * @param liquidity  raw, positive
 */
public record PlannedPosition(String owner, int tickLower, int tickUpper, BigInteger liquidity) {

    private static final int FRACTION_BITS = 64;

    /** As the application names it. */
    public String id() {
        return MeasuredPool.ID + "/" + owner + ":" + tickLower + ":" + tickUpper;
    }

    /** What making it at the pool's first price costs, raw. */
    public TokenAmounts paid() {
        return LiquidityAmounts.amountsForLiquidity(
                MeasuredPool.FIRST_SQRT_PRICE_X96,
                TickMath.sqrtPriceX96AtTick(tickLower),
                TickMath.sqrtPriceX96AtTick(tickUpper),
                liquidity,
                true);
    }

    /** What it adds to a book's sums if it was made at the pool's first price. */
    public Contribution contribution() {
        TokenAmounts paid = paid();
        return new Contribution(
                tickLower,
                tickUpper,
                liquidity,
                paid.amount0().shiftLeft(FRACTION_BITS),
                paid.amount1().shiftLeft(FRACTION_BITS),
                BigInteger.ZERO);
    }
}
