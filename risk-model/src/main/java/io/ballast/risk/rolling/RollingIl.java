/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * Impermanent loss over a window, of one position or of a group whose positions all have the same range: the sum over its lots of
 *
 * <pre>  D(P_end | P_start) = V(P_end) - x(P_start) * P_end - y(P_start)</pre>
 *
 * <p>A lot starts at its deposit or at the window's start, whichever is later, and ends at its withdrawal or now. Losses are
 * in token1 at the lot's end price and are not changed afterwards. Fees are not part of it. On a curve that stays the same D is
 * never positive.
 *
 * <p>The figures of two neighbouring windows do not add up to that of both together: see docs/concepts/rolling-losses.md.
 */
public final class RollingIl {

    private RollingIl() {}

    /**
     * The loss of liquidity over a range.
     *
     * @param liquidityX64  of the position now, times 2^64
     * @param flows  of the position
     * @param sqrtPriceX96  the pool's price now
     */
    public static RollingLoss of(
            Window window,
            WindowStart start,
            LiquidityRange range,
            BigInteger liquidityX64,
            PositionFlows flows,
            BigInteger sqrtPriceX96) {
        return RollingLoss.neverPositive(window, start, lossX256(start, range, liquidityX64, flows, sqrtPriceX96));
    }

    private static BigInteger lossX256(
            WindowStart start,
            LiquidityRange range,
            BigInteger liquidityX64,
            PositionFlows flows,
            BigInteger sqrtPriceX96) {
        if (flows.isEmpty()) {
            return range.lossX256(liquidityX64, start.sqrtPriceX96(), sqrtPriceX96);
        }
        FlowSum inside = flows.inside(start);
        return range.lossX256(liquidityX64.subtract(inside.aliveX64()), start.sqrtPriceX96(), sqrtPriceX96)
                .add(ofFlows(inside, range.at(start.sqrtPriceX96()), range.at(sqrtPriceX96), sqrtPriceX96));
    }

    /**
     * The loss of shares of a pool.
     *
     * @param holdings  what a unit of depth held and holds
     * @param depthX64  depth that came in and is there now, times 2^64
     * @param inside  sum of what came and went inside the window
     * @param sqrtPriceX96  the pool's price now
     */
    public static RollingLoss ofShares(
            Window window,
            WindowStart start,
            UnitHoldings holdings,
            BigInteger depthX64,
            FlowSum inside,
            BigInteger sqrtPriceX96) {
        UnitHolding then = holdings.at(start);
        UnitHolding now = holdings.now();
        BigInteger lossX256 = now.minus(then)
                .of(depthX64.subtract(inside.aliveX64()))
                .worthX256(sqrtPriceX96)
                .add(ofFlows(inside, then, now, sqrtPriceX96));
        return holdings.canGain()
                ? new RollingLoss(window, start, lossX256)
                : RollingLoss.neverPositive(window, start, lossX256);
    }

    private static BigInteger ofFlows(FlowSum inside, UnitHolding then, UnitHolding now, BigInteger sqrtPriceX96) {
        return now.of(inside.aliveX64())
                .minus(inside.held())
                .worthX256(sqrtPriceX96)
                .add(ofExits(inside, then));
    }

    /** Pieces that went out inside the window: those from before it are measured from its start. */
    private static BigInteger ofExits(FlowSum inside, UnitHolding then) {
        BigInteger held0 = inside.exitedPricedX256().multiply(then.amount0X192());
        return inside.settledX256()
                .subtract(held0.shiftRight(Scale.AMOUNT0_UNIT))
                .subtract(inside.exitedX64().multiply(then.amount1X192()));
    }
}
