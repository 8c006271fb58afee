/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.math.BigInteger;
import java.time.Instant;

/**
 * One minute of a concentrated pool, summed up (the minute files of demeter-fetch).
 *
 * @param time  its beginning
 * @param netAmount0  change of the pool's token0 by all swaps, raw units; positive: it received
 * @param netAmount1  the same of token1
 * @param closeTick  tick after its last swap
 * @param openTick  tick before its first
 * @param lowestTick  lowest tick
 * @param highestTick  highest tick
 * @param inAmount0  token0 paid in by all swaps, fee included
 * @param inAmount1  the same of token1
 * @param currentLiquidity  liquidity of everybody in range
 */
record MinuteBar(
        Instant time,
        BigInteger netAmount0,
        BigInteger netAmount1,
        int closeTick,
        int openTick,
        int lowestTick,
        int highestTick,
        BigInteger inAmount0,
        BigInteger inAmount1,
        BigInteger currentLiquidity) {

    private static final long SECONDS_PER_MINUTE = 60;

    /** Minutes since the epoch, which serve as block numbers. */
    long minute() {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_PER_MINUTE);
    }
}
