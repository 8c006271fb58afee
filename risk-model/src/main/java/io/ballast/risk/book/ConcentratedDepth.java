/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.depth.LadderDepth;
import io.ballast.risk.depth.LadderDepth.Rung;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.ConcentratedState;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.TickState;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;

/** What a concentrated pool holds beyond its price, from its ticks. */
final class ConcentratedDepth {

    private final ConcentratedPool pool;

    ConcentratedDepth(ConcentratedPool pool) {
        this.pool = pool;
    }

    /** Null: there is no price, or not all of its liquidity is known. */
    LadderDepth whole() {
        ConcentratedState state = pool.state();
        return state.hasPrice() && state.followedFromStart()
                ? new LadderDepth(
                        SqrtPrice.toDouble(state.sqrtPriceX96()),
                        state.liquidity().doubleValue(),
                        this::rungs)
                : null;
    }

    /** Without a part of a position; null likewise. */
    LadderDepth without(PositionFigures position, double part) {
        LadderDepth whole = whole();
        PositionIdentity identity = position.position();
        return whole == null
                ? null
                : whole.without(
                        identity.tickLower(),
                        identity.tickUpper(),
                        part * position.liquidity().doubleValue(),
                        pool.state().tick());
    }

    private Iterator<Rung> rungs(boolean down) {
        int tick = pool.state().tick();
        NavigableMap<Integer, TickState> ticks = pool.ticks().view();
        NavigableMap<Integer, TickState> ahead =
                down ? ticks.headMap(tick, true).descendingMap() : ticks.tailMap(tick, false);
        return new Ticks(pool, ahead.entrySet().iterator());
    }

    /** Ticks as they are, in the order in which they come. */
    private record Ticks(ConcentratedPool pool, Iterator<Map.Entry<Integer, TickState>> entries)
            implements Iterator<Rung> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public Rung next() {
            Map.Entry<Integer, TickState> next = entries.next();
            return new Rung(
                    next.getKey(),
                    SqrtPrice.toDouble(pool.sqrtPriceX96AtTick(next.getKey())),
                    next.getValue().liquidityNet().doubleValue());
        }
    }
}
