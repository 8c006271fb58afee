/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.book.BookEvent.NftKey;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;

/**
 * Applies a position manager's logs (v3-periphery NonfungiblePositionManager). The pool's own log of the same action
 * comes just before and has settled the slot; the manager then shares the slot's fee growth out to its NFTs.
 */
final class NftPositions {

    private final ConcentratedPool pool;
    private final JournaledMap<String, PositionState> positions;
    private final RangeChanges changes;

    NftPositions(ConcentratedPool pool, JournaledMap<String, PositionState> positions, RangeChanges changes) {
        this.pool = pool;
        this.positions = positions;
        this.changes = changes;
    }

    Touched transfer(BookEvent.NftTransfer transfer) {
        String key = PositionIdentity.nftKey(transfer.nft().tokenId());
        if (transfer.isBurn()) {
            positions.remove(key);
            return Touched.only(key);
        }
        Touched touched = put(positionOf(transfer.nft(), transfer.isMint()).after(transfer));
        // A new token is empty until the IncreaseLiquidity that follows.
        return transfer.isMint() ? Touched.NONE : touched;
    }

    Touched increase(BookEvent.NftIncrease increase, Marks marks) {
        PositionState position = settle(positionOf(increase.nft(), false), slotOf(increase.nft()));
        ManagerBooks books = position.manager();
        return put(changes.deposited(position, books.liquidity(), increase.liquidity(), marks)
                .withManager(books.withLiquidity(books.liquidity().add(increase.liquidity())))
                .withBasis(position.basis().deposit(increase.amount0(), increase.amount1())));
    }

    Touched decrease(BookEvent.NftDecrease decrease, Marks marks) {
        PositionState position = settle(positionOf(decrease.nft(), false), slotOf(decrease.nft()));
        ManagerBooks books = position.manager();
        BigInteger left = books.liquidity().subtract(decrease.liquidity());
        if (left.signum() < 0 && !position.historyIncomplete()) {
            throw new IllegalArgumentException("NFT " + decrease.nft().tokenId() + " has a liquidity of "
                    + books.liquidity() + ", cannot take " + decrease.liquidity() + " out");
        }
        PositionState credited = position.withManager(
                books.withLiquidity(left.max(BigInteger.ZERO)).credited(decrease.amount0(), decrease.amount1()));
        if (decrease.liquidity().signum() == 0) {
            return put(credited);
        }
        PositionState reduced = changes.withdrawn(credited, books.liquidity(), decrease.liquidity(), marks);
        return put(Withdrawal.from(reduced, pool.state())
                .take(decrease.liquidity(), books.liquidity(), decrease.amount0(), decrease.amount1()));
    }

    Touched collect(BookEvent.NftCollect collect) {
        PositionState position = positionOf(collect.nft(), false);
        if (position.manager().liquidity().signum() > 0) {
            position = settle(position, slotOf(collect.nft()));
        }
        ManagerBooks books = position.manager();
        BigInteger left0 = books.tokensOwed0().subtract(collect.amount0());
        BigInteger left1 = books.tokensOwed1().subtract(collect.amount1());
        boolean tooMuch = left0.signum() < 0 || left1.signum() < 0;
        if (tooMuch && !position.historyIncomplete() && pool.state().feesExact()) {
            throw new IllegalArgumentException("NFT " + collect.nft().tokenId() + " is owed " + books.tokensOwed0()
                    + " and " + books.tokensOwed1() + ", cannot collect " + collect.amount0() + " and "
                    + collect.amount1());
        }
        return put(position.withManager(books.withOwed(left0.max(BigInteger.ZERO), left1.max(BigInteger.ZERO)))
                .withFees(position.fees().collected(collect.amount0(), collect.amount1())));
    }

    private static PositionState settle(PositionState position, SlotState slot) {
        return position.withManager(position.manager().settled(slot));
    }

    private PositionState positionOf(NftKey nft, boolean minted) {
        PositionState known = positions.get(PositionIdentity.nftKey(nft.tokenId()));
        if (known != null) {
            requireSame(known.identity(), nft);
            return known;
        }
        PositionState opened = PositionState.opened(PositionIdentity.nft(nft, null), minted);
        SlotState slot = pool.slots().get(nft.slot());
        return slot == null ? opened : opened.withManager(ManagerBooks.NONE.settled(slot));
    }

    private static void requireSame(PositionIdentity known, NftKey nft) {
        if (!known.slot().equals(nft.slot())) {
            throw new IllegalArgumentException("token id " + nft.tokenId() + " stands for " + known.slot()
                    + " in this pool, not for " + nft.slot());
        }
    }

    private SlotState slotOf(NftKey nft) {
        SlotState slot = pool.slots().get(nft.slot());
        if (slot == null) {
            throw new IllegalArgumentException("NFT " + nft.tokenId() + ": the pool has no liquidity of " + nft.slot()
                    + "; the pool's own log must come before");
        }
        return slot;
    }

    private Touched put(PositionState position) {
        String key = position.identity().key();
        positions.put(key, position);
        return Touched.only(key);
    }
}
