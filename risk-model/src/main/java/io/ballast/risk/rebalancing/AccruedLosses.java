/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.rolling.PricePoint;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.List;

/**
 * What a pool's losses have grown to since its first price, and where the price stands. Of a concentrated pool: what a unit
 * of liquidity over all prices lost; of a pool of shares: what an LP token lost.
 *
 * @param sqrtPriceX96  the price that the next step starts from, Q64.96
 * @param tick  the pool's tick there; 0 in a pool of shares
 * @param grown  losses so far
 * @param sinceMs  event time of the last step
 * @param first  the first price known: before it nothing is counted
 * @param kept  the windows whose starts old values are kept for
 * @param tidied  the tick whose past was tidied last
 */
public record AccruedLosses(
        BigInteger sqrtPriceX96,
        int tick,
        Losses grown,
        long sinceMs,
        PricePoint first,
        List<KeptWindow> kept,
        int tidied) {

    public AccruedLosses {
        kept = List.copyOf(kept);
    }

    static AccruedLosses begin(BigInteger sqrtPriceX96, int tick, Windows windows, long nowMs) {
        return new AccruedLosses(
                sqrtPriceX96,
                tick,
                Losses.ZERO,
                nowMs,
                new PricePoint(nowMs, sqrtPriceX96),
                KeptWindow.of(windows, List.of(), nowMs),
                Integer.MIN_VALUE);
    }

    AccruedLosses moved(BigInteger toSqrtPriceX96, int toTick, Losses losses, long nowMs, Windows windows) {
        return new AccruedLosses(
                toSqrtPriceX96, toTick, losses, nowMs, first, KeptWindow.of(windows, kept, nowMs), tidied);
    }

    AccruedLosses withTidied(int nextTick) {
        return new AccruedLosses(sqrtPriceX96, tick, grown, sinceMs, first, kept, nextTick);
    }

    /** Event time since the first price, in milliseconds. */
    long clockMs(long nowMs) {
        return nowMs - first.timeMs();
    }

    /** What windows need of it later. */
    PoolPast past() {
        return new PoolPast(sqrtPriceX96, tick, grown.lvr());
    }
}
