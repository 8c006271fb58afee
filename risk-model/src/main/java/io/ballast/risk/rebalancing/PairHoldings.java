/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.risk.rolling.LiquidityRange;
import io.ballast.risk.rolling.UnitHolding;
import io.ballast.risk.rolling.UnitHoldings;
import io.ballast.risk.rolling.WindowStart;

/** What a unit of sqrt(k) of a constant product pair holds: its curve never changes, so the price tells it. */
public final class PairHoldings implements UnitHoldings {

    /** Between its ends the loss of a move does not depend on them. */
    private static final LiquidityRange ALL_PRICES = LiquidityRange.ofTicks(TickMath.MIN_TICK, TickMath.MAX_TICK);

    private final TokenLosses losses;

    public PairHoldings(TokenLosses losses) {
        this.losses = losses;
    }

    @Override
    public UnitHolding now() {
        return ALL_PRICES.at(losses.accrued().sqrtPriceX96());
    }

    @Override
    public UnitHolding at(WindowStart start) {
        return ALL_PRICES.at(start.sqrtPriceX96());
    }

    @Override
    public boolean canGain() {
        return false;
    }
}
