/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.math.BigInteger;

/**
 * Sqrt prices of the ticks asked for lately, so that a tick asked again and again is computed once.
 *
 * <p>Holds at most 256 of them. Mutable and single-threaded: each pool has its own.
 */
final class TickPrices {

    private static final int PLACE_BITS = 8;
    private static final int PLACES = 1 << PLACE_BITS;
    /** 2^32 over the golden ratio: spreads the multiples of any spacing. Source: Knuth, vol. 3, 6.4. */
    private static final int SCATTER = 0x9e3779b9;

    private final int[] ticks = new int[PLACES];
    private final BigInteger[] prices = new BigInteger[PLACES];

    /** {@link TickMath#sqrtPriceX96AtTick}. */
    BigInteger at(int tick) {
        int place = tick * SCATTER >>> Integer.SIZE - PLACE_BITS;
        if (prices[place] == null || ticks[place] != tick) {
            prices[place] = TickMath.sqrtPriceX96AtTick(tick);
            ticks[place] = tick;
        }
        return prices[place];
    }

    /** {@link TickMath#holds}. */
    boolean holds(int tick, BigInteger sqrtPriceX96) {
        return at(tick).compareTo(sqrtPriceX96) <= 0 && at(tick + 1).compareTo(sqrtPriceX96) > 0;
    }
}
