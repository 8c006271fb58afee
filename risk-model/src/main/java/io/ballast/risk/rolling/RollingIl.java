/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * Impermanent loss of one position over a window: the sum over its lots of
 *
 * <pre>  D(P_end | P_start) = V(P_end) - x(P_start) * P_end - y(P_start)  &le; 0</pre>
 *
 * <p>A lot starts at its deposit or at the window's start, whichever is later, and ends at its withdrawal or now. Losses are
 * in token1 at the lot's end price and are not changed afterwards. Fees are not part of it.
 *
 * <p>The figures of two neighbouring windows do not add up to that of both together: see docs/concepts/rolling-losses.md.
 */
public final class RollingIl {

    private RollingIl() {}

    /**
     * The loss over one window.
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
        return RollingLoss.rounded(window, start, lossX256(start, range, liquidityX64, flows, sqrtPriceX96));
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
                .add(ofYoungLots(inside, range, sqrtPriceX96))
                .add(ofExits(inside, range, start.sqrtPriceX96()));
    }

    /** Lots that came in inside the window and are still there, against the tokens they brought. */
    private static BigInteger ofYoungLots(FlowSum inside, LiquidityRange range, BigInteger sqrtPriceX96) {
        if (inside.aliveX64().signum() == 0) {
            return BigInteger.ZERO;
        }
        BigInteger amount0 = Scale.amount0X256(inside.aliveX64(), range.amount0X192(sqrtPriceX96));
        BigInteger amount1 = Scale.amount1X256(inside.aliveX64(), range.amount1X96(sqrtPriceX96));
        return Scale.inToken1(amount0.subtract(inside.held0X256()), sqrtPriceX96)
                .add(amount1)
                .subtract(inside.held1X256());
    }

    /** Pieces that went out inside the window: those from before it are measured from its start. */
    private static BigInteger ofExits(FlowSum inside, LiquidityRange range, BigInteger startSqrtPriceX96) {
        BigInteger held0 = inside.exitedPricedX256().multiply(range.amount0X192(startSqrtPriceX96));
        return inside.settledX256()
                .subtract(held0.shiftRight(Scale.AMOUNT0_UNIT))
                .subtract(Scale.amount1X256(inside.exitedX64(), range.amount1X96(startSqrtPriceX96)));
    }
}
