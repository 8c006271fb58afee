/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates fees from a pool's minute bars. Each position is taken by itself, as if it had been in the pool beside
 * everybody that really was: it earns {@code amountIn * fee * L / (L + othersLiquidity)} of a bar that closes in its range.
 */
final class BarFees {

    private static final BigInteger PIPS = BigInteger.valueOf(1_000_000);
    private static final int FRACTION_BITS = 64;

    private final BigInteger feePips;
    private final ConcentratedPool pool;
    private final JournaledMap<String, PositionState> positions;

    BarFees(int feePips, ConcentratedPool pool, JournaledMap<String, PositionState> positions) {
        this.feePips = BigInteger.valueOf(feePips);
        this.pool = pool;
        this.positions = positions;
    }

    void apply(BookEvent.Bar bar) {
        pool.moveTo(TickMath.sqrtPriceX96AtTick(bar.closeTick()), bar.closeTick());
        inRange(bar.closeTick()).forEach(position -> accrue(position, bar));
    }

    private List<PositionState> inRange(int tick) {
        List<PositionState> inRange = new ArrayList<>();
        positions.forEach((key, position) -> {
            PositionIdentity identity = position.identity();
            if (identity.tickLower() <= tick && tick < identity.tickUpper()) {
                inRange.add(position);
            }
        });
        return inRange;
    }

    private void accrue(PositionState position, BookEvent.Bar bar) {
        BigInteger liquidity = ConcentratedValuation.liquidity(position, pool);
        if (liquidity.signum() == 0) {
            return;
        }
        BigInteger share = feePips.multiply(liquidity);
        BigInteger whole = PIPS.multiply(liquidity.add(bar.othersLiquidity()));
        positions.put(
                position.identity().key(),
                position.withBarFees(
                        position.barFees0X64().add(part(bar.inAmount0(), share, whole)),
                        position.barFees1X64().add(part(bar.inAmount1(), share, whole))));
    }

    private static BigInteger part(BigInteger amount, BigInteger share, BigInteger whole) {
        return amount.shiftLeft(FRACTION_BITS).multiply(share).divide(whole);
    }
}
