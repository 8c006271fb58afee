/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.range.RangeOrder;
import io.ballast.risk.range.TimeInRange;
import java.math.BigInteger;
import java.util.Set;

/**
 * Everything that is known of a position's worth and risk at the book's current state.
 *
 * @param position  what it is and whose
 * @param liquidity  liquidity, or LP tokens, now
 * @param principal  what withdrawing everything returns now, raw; null when the pool would refuse or has no price yet
 * @param owed  what collecting pays now without withdrawing, raw; null when not known
 * @param rangeState  where the price is
 * @param sqrtPriceX96  the pool's; null in a constant product pool or before the first price
 * @param tick  the pool's; null likewise
 * @param measures  figures in human units; null without decimals or price
 * @param time  how long it has been in its range; null in a pool without ranges, or when not known
 * @param order  whether it works as an order; none in a pool without ranges, or when its deposits are not known
 * @param flags  what not to rely on
 */
public record PositionFigures(
        PositionIdentity position,
        BigInteger liquidity,
        TokenAmounts principal,
        TokenAmounts owed,
        RangeState rangeState,
        BigInteger sqrtPriceX96,
        Integer tick,
        PositionMeasures measures,
        TimeInRange time,
        RangeOrder.Side order,
        Set<Quality> flags) {

    public PositionFigures {
        flags = Set.copyOf(flags);
    }
}
