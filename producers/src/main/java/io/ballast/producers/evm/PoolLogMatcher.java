/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the pool log behind a position manager's log. The manager calls the pool and then writes its own log, so it is the
 * nearest one before, of the same transaction, on a slot of the manager's, with the same figures
 * (NonfungiblePositionManager.mint, increaseLiquidity, decreaseLiquidity, collect). To be given a block's logs in order.
 */
final class PoolLogMatcher {

    private final List<ReadLog> unclaimed = new ArrayList<>();
    private String transaction = "";

    /** A pool's log came by. */
    void offer(ReadLog poolLog) {
        enter(poolLog);
        unclaimed.add(poolLog);
    }

    /** The range of the pool log behind this one, which then is behind no other; empty if there is none. */
    Optional<NftPosition> claim(ReadLog managerLog) {
        enter(managerLog);
        for (int i = unclaimed.size() - 1; i >= 0; i--) {
            ReadLog candidate = unclaimed.get(i);
            if (candidate.event() instanceof ConcentratedEvent.OnSlot slot
                    && slot.owner().equals(managerLog.log().address())
                    && fits(slot, managerLog.event())) {
                unclaimed.remove(i);
                return Optional.of(new NftPosition(candidate.log().address(), slot.tickLower(), slot.tickUpper()));
            }
        }
        return Optional.empty();
    }

    private void enter(ReadLog read) {
        if (!read.log().transactionHash().equals(transaction)) {
            transaction = read.log().transactionHash();
            unclaimed.clear();
        }
    }

    private static boolean fits(ConcentratedEvent.OnSlot slot, ChainEvent event) {
        if (slot instanceof ConcentratedEvent.Mint mint && event instanceof ManagerEvent.Increase increase) {
            return mint.liquidity().equals(increase.liquidity()) && sameAmounts(slot, increase);
        }
        if (slot instanceof ConcentratedEvent.Burn burn && event instanceof ManagerEvent.Decrease decrease) {
            return burn.liquidity().equals(decrease.liquidity()) && sameAmounts(slot, decrease);
        }
        return slot instanceof ConcentratedEvent.Collect paid
                && event instanceof ManagerEvent.Collect booked
                && paid.recipient().equals(booked.recipient())
                && noMoreThan(paid, booked);
    }

    private static boolean sameAmounts(ConcentratedEvent.OnSlot slot, ManagerEvent.OnLiquidity nft) {
        return slot.amount0().equals(nft.amount0()) && slot.amount1().equals(nft.amount1());
    }

    /** The pool rounds its slot on its own and may pay a little less than the manager booked. */
    private static boolean noMoreThan(ConcentratedEvent.Collect paid, ManagerEvent.Collect booked) {
        return paid.amount0().compareTo(booked.amount0()) <= 0 && paid.amount1().compareTo(booked.amount1()) <= 0;
    }
}
