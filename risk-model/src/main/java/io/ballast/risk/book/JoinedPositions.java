/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;

/**
 * Opens positions as the chain's state has them when their pool is joined in mid-life. Their deposits are not known: the basket
 * they are held against is what they hold then, so that losses are those since.
 */
final class JoinedPositions {

    private final ConcentratedPool pool;
    private final JournaledMap<String, PositionState> positions;
    private final RangeChanges changes;

    JoinedPositions(ConcentratedPool pool, JournaledMap<String, PositionState> positions, RangeChanges changes) {
        this.pool = pool;
        this.positions = positions;
        this.changes = changes;
    }

    /** To be called when the pool has its state. */
    void open(BookEvent.Joined joined, Marks marks) {
        joined.pool().slots().forEach((slot, state) -> {
            if (!joined.managed().contains(slot.owner())) {
                open(PositionState.opened(PositionIdentity.direct(slot)), state.liquidity(), marks);
            }
        });
        joined.nfts()
                .forEach(nft -> open(
                        PositionState.opened(PositionIdentity.nft(nft.nft(), nft.owner(), nft.custodian()))
                                .withManager(nft.books()),
                        liquidity(nft),
                        marks));
    }

    /** A v4 NFT's is its slot's. */
    private BigInteger liquidity(BookEvent.JoinedNft joined) {
        SlotKey slot = joined.nft().slot();
        return slot.salt().isEmpty()
                ? joined.books().liquidity()
                : pool.slots().get(slot).liquidity();
    }

    private void open(PositionState opened, BigInteger liquidity, Marks marks) {
        PositionIdentity identity = opened.identity();
        TokenAmounts held = pool.principal(identity.tickLower(), identity.tickUpper(), liquidity);
        PositionState position = liquidity.signum() == 0
                ? opened
                : changes.deposited(opened, BigInteger.ZERO, liquidity, marks)
                        .withBasis(opened.basis().deposit(held.amount0(), held.amount1()));
        positions.put(identity.key(), position.asJoined());
    }
}
