/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;

/** Changes of a position's liquidity in a range, in what is kept of its losses and of its time in the range. */
final class RangeChanges {

    private final RangeLosses losses;
    private final RangeTimes times;

    RangeChanges(RangeLosses losses, RangeTimes times) {
        this.losses = losses;
        this.times = times;
    }

    /**
     * Liquidity came in.
     *
     * @param held  liquidity before
     */
    PositionState deposited(PositionState position, BigInteger held, BigInteger liquidity, Marks marks) {
        return times.deposited(losses.deposited(position, held, liquidity, marks), held, marks);
    }

    /**
     * Liquidity went out.
     *
     * @param held  liquidity before
     */
    PositionState withdrawn(PositionState position, BigInteger held, BigInteger liquidity, Marks marks) {
        return times.withdrawn(losses.withdrawn(position, held, liquidity, marks), held, liquidity, marks);
    }
}
