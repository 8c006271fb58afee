/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.book.BookEvent.NftKey;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Applies changes of v4 positions. Their logs tell liquidity alone: what comes in and goes out is worked out at the pool's
 * price, as the contract does it, and fees by growth. Every change pays all that is owed at once, so nothing is ever
 * waiting to be collected. Each NFT has a slot of its own.
 */
final class PaidPositions {

    private final ConcentratedPool pool;
    private final JournaledMap<String, PositionState> positions;
    private final RangeChanges changes;

    PaidPositions(ConcentratedPool pool, JournaledMap<String, PositionState> positions, RangeChanges changes) {
        this.pool = pool;
        this.positions = positions;
        this.changes = changes;
    }

    Touched modify(BookEvent.SlotModify modify, Marks marks) {
        SlotKey slot = modify.slot();
        SlotState before = pool.slots().get(slot);
        BigInteger held = before == null ? BigInteger.ZERO : before.liquidity();
        BigInteger change = modify.liquidityChange();
        boolean comesIn = change.signum() > 0;
        Optional<TokenAmounts> principal = comesIn ? pool.mint(slot, change) : pool.burn(slot, change.negate());
        TokenAmounts paid = pool.slots().get(slot).tokensOwed();
        pool.collect(slot, paid.amount0(), paid.amount1());

        PositionState position =
                positionOf(modify, before != null || pool.state().followedFromStart());
        PositionState changed = comesIn
                ? deposited(position, held, change, principal, marks)
                : withdrawn(position, held, change.negate(), principal, marks);
        return put(changed.withFees(changed.fees().collected(paid.amount0(), paid.amount1())));
    }

    Touched transfer(BookEvent.NftTransfer transfer) {
        if (transfer.isBurn()) {
            return burnt(transfer.nft());
        }
        PositionState known =
                positions.get(PositionIdentity.nftKey(transfer.nft().tokenId()));
        PositionState position = known != null ? known : opened(transfer.nft(), transfer.isMint());
        Touched touched = put(position.after(transfer));
        // A new one is empty until its first ModifyLiquidity.
        return transfer.isMint() ? Touched.NONE : touched;
    }

    /** What liquidity it still has is taken out just after, for who held it last. */
    private Touched burnt(NftKey nft) {
        SlotState slot = pool.slots().get(nft.slot());
        if (slot != null && slot.liquidity().signum() > 0) {
            return Touched.NONE;
        }
        String key = PositionIdentity.nftKey(nft.tokenId());
        positions.remove(key);
        return Touched.only(key);
    }

    private PositionState deposited(
            PositionState position,
            BigInteger held,
            BigInteger liquidity,
            Optional<TokenAmounts> principal,
            Marks marks) {
        PositionState grown = changes.deposited(position, held, liquidity, marks);
        return principal
                .map(in -> grown.withBasis(grown.basis().deposit(in.amount0(), in.amount1())))
                .orElseGet(grown::withHistoryIncomplete);
    }

    private PositionState withdrawn(
            PositionState position,
            BigInteger held,
            BigInteger liquidity,
            Optional<TokenAmounts> principal,
            Marks marks) {
        if (liquidity.signum() == 0) {
            return position;
        }
        TokenAmounts out = principal.orElse(TokenAmounts.ZERO);
        PositionState left = changes.withdrawn(position, held, liquidity, marks);
        return Withdrawal.from(left, pool.state()).take(liquidity, held, out.amount0(), out.amount1());
    }

    private PositionState positionOf(BookEvent.SlotModify modify, boolean historyKnown) {
        SlotKey slot = modify.slot();
        PositionState known = positions.get(
                modify.managed()
                        ? PositionIdentity.nftKey(NftKey.ofSlot(slot).tokenId())
                        : PositionIdentity.directKey(slot));
        if (known != null) {
            requireSame(known.identity(), slot);
            return known;
        }
        return modify.managed()
                ? opened(NftKey.ofSlot(slot), historyKnown)
                : PositionState.opened(PositionIdentity.direct(slot), historyKnown);
    }

    private static PositionState opened(NftKey nft, boolean historyKnown) {
        return PositionState.opened(PositionIdentity.nft(nft, null), historyKnown);
    }

    private static void requireSame(PositionIdentity known, SlotKey slot) {
        if (!known.slot().equals(slot)) {
            throw new IllegalArgumentException(known.key() + " stands for " + known.slot() + ", not for " + slot);
        }
    }

    private Touched put(PositionState position) {
        String key = position.identity().key();
        positions.put(key, position);
        return Touched.only(key);
    }
}
