/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;
import java.util.Set;

/**
 * A pool's own figures at the book's current state.
 *
 * @param price  token1 per token0, human units; null without a price or decimals
 * @param sqrtPriceX96  null in a pool of shares or before the first price
 * @param tick  null likewise
 * @param liquidity  in range, raw; of a pool of shares the LP tokens in being
 * @param flags  what not to rely on in any position of the pool
 */
public record PoolFigures(
        Double price, BigInteger sqrtPriceX96, Integer tick, BigInteger liquidity, Set<Quality> flags) {
    public PoolFigures {
        flags = Set.copyOf(flags);
    }
}
