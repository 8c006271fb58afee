/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;

/**
 * Applies the pool's own position logs. A slot that belongs to a position manager is the pool's business only: the
 * manager's logs say whose it is.
 */
final class DirectPositions {

    private final ConcentratedPool pool;
    private final JournaledMap<String, PositionState> positions;
    private final RangeChanges changes;

    DirectPositions(ConcentratedPool pool, JournaledMap<String, PositionState> positions, RangeChanges changes) {
        this.pool = pool;
        this.positions = positions;
        this.changes = changes;
    }

    Touched mint(BookEvent.SlotMint mint, Marks marks) {
        SlotState before = pool.slots().get(mint.slot());
        pool.mint(mint.slot(), mint.liquidity());
        if (mint.managed()) {
            return Touched.NONE;
        }
        PositionState position =
                positionOf(mint.slot(), before != null || pool.state().followedFromStart());
        return put(changes.deposited(position, liquidity(before), mint.liquidity(), marks)
                .withBasis(position.basis().deposit(mint.amount0(), mint.amount1())));
    }

    Touched burn(BookEvent.SlotBurn burn, Marks marks) {
        SlotState before = pool.slots().get(burn.slot());
        pool.burn(burn.slot(), burn.liquidity());
        if (burn.managed()) {
            return Touched.NONE;
        }
        PositionState position = positionOf(burn.slot(), before != null);
        if (burn.liquidity().signum() == 0) {
            return put(position);
        }
        BigInteger held = liquidity(before);
        PositionState left = changes.withdrawn(position, held, burn.liquidity(), marks);
        return put(Withdrawal.from(left, pool.state()).take(burn.liquidity(), held, burn.amount0(), burn.amount1()));
    }

    Touched collect(BookEvent.SlotCollect collect) {
        boolean known = pool.slots().get(collect.slot()) != null;
        pool.collect(collect.slot(), collect.amount0(), collect.amount1());
        if (collect.managed()) {
            return Touched.NONE;
        }
        PositionState position = positionOf(collect.slot(), known);
        return put(position.withFees(position.fees().collected(collect.amount0(), collect.amount1())));
    }

    private static BigInteger liquidity(SlotState slot) {
        return slot == null ? BigInteger.ZERO : slot.liquidity();
    }

    private PositionState positionOf(SlotKey slot, boolean historyKnown) {
        PositionState known = positions.get(PositionIdentity.directKey(slot));
        return known != null ? known : PositionState.opened(PositionIdentity.direct(slot), historyKnown);
    }

    private Touched put(PositionState position) {
        String key = position.identity().key();
        positions.put(key, position);
        return Touched.only(key);
    }
}
