/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * A pool's own figures at the book's current state.
 *
 * @param price  token1 per token0, human units; null without a price or decimals
 * @param sqrtPriceX96  null in a pool of shares or before the first price
 * @param tick  null likewise
 * @param liquidity  in range, raw; of a pool of shares the LP tokens in being
 * @param parameters  of its curve and fee
 * @param pausedContracts  the contracts that it depends on and that are paused, by address
 * @param pausedSinceMs  event time since when the first of them is; null: none is
 * @param flags  what not to rely on in any position of the pool
 */
public record PoolFigures(
        Double price,
        BigInteger sqrtPriceX96,
        Integer tick,
        BigInteger liquidity,
        PoolParameters parameters,
        List<String> pausedContracts,
        Long pausedSinceMs,
        Set<Quality> flags) {
    public PoolFigures {
        pausedContracts = List.copyOf(pausedContracts);
        flags = Set.copyOf(flags);
    }

    /** The part of the liquidity that some is; null: there is none. */
    public Double share(BigInteger part) {
        return liquidity.signum() == 0 ? null : (Double) (part.doubleValue() / liquidity.doubleValue());
    }
}
