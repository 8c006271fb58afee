/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.range.TimeInRange;
import io.ballast.risk.rebalancing.ConcentratedLosses;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;

/**
 * How long a concentrated pool's positions hold liquidity and are in range. A position is touched when it is filled and when it is
 * emptied; in between the clock of its range goes by itself, for all positions at once.
 */
final class RangeTimes {

    private final ConcentratedLosses clock;

    RangeTimes(ConcentratedLosses clock) {
        this.clock = clock;
    }

    /** @param held  liquidity before */
    PositionState deposited(PositionState position, BigInteger held, Marks marks) {
        if (held.signum() > 0) {
            return position;
        }
        long nowMs = clock.timeOf(marks);
        return position.withHeld(position.held().opened(nowMs, inside(position.identity(), nowMs)));
    }

    /**
     * @param held  liquidity before
     * @param liquidity  taken out
     */
    PositionState withdrawn(PositionState position, BigInteger held, BigInteger liquidity, Marks marks) {
        if (liquidity.compareTo(held) < 0) {
            return position;
        }
        long nowMs = clock.timeOf(marks);
        return position.withHeld(position.held().closed(nowMs, inside(position.identity(), nowMs)));
    }

    /** Null: not known, for it came in before this was kept, or there is no price yet. */
    TimeInRange of(PositionState position, long nowMs) {
        if (clock.accrued() == null || !position.held().isHeld()) {
            return null;
        }
        PositionIdentity identity = position.identity();
        long endMs = Math.max(nowMs, clock.accrued().sinceMs());
        long crossedMs = Math.max(clock.crossedMs(identity.tickLower()), clock.crossedMs(identity.tickUpper()));
        return new TimeInRange(
                position.held().heldMs(endMs),
                position.held().insideMs(inside(identity, endMs)),
                Math.max(crossedMs, position.held().sinceMs()));
    }

    private long inside(PositionIdentity identity, long nowMs) {
        return clock.timeInside(identity.tickLower(), identity.tickUpper(), nowMs);
    }
}
