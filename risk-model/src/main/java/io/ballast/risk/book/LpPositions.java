/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.PositionFlows;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/**
 * Follows the LP token of a v2 pair. The pair's {@code Mint} and {@code Burn} logs do not say for whom: the transfer of LP
 * tokens just before does. A pair mints the protocol's part first, then the depositor's; a holder who leaves sends LP
 * tokens to the pair, which burns what it finds there.
 *
 * <p>LP tokens sent to somebody else take their part of the cost basis with them.
 */
final class LpPositions {

    private static final String MINTED = "minted";
    private static final String BURNT = "burnt";

    private final String pair;
    private final ConstantProductPool pool;
    private final JournaledMap<String, PositionState> positions;
    private final JournaledMap<String, LpMovement> movements;
    private final LeavingTokens leaving;
    private final ShareLosses losses;

    LpPositions(
            String pair,
            ConstantProductPool pool,
            JournaledMap<String, PositionState> positions,
            JournaledMap<String, LpMovement> movements,
            ShareLosses losses) {
        this.pair = pair;
        this.pool = pool;
        this.positions = positions;
        this.movements = movements;
        leaving = new LeavingTokens(movements);
        this.losses = losses;
    }

    Touched transfer(BookEvent.LpTransfer transfer, Marks marks) {
        BigInteger held = pool.balanceOf(transfer.from());
        if (transfer.from().equals(ConstantProductPool.ZERO_ADDRESS)) {
            return minted(transfer, marks);
        }
        pool.lpTransfer(transfer.from(), transfer.to(), transfer.value());
        if (transfer.from().equals(pair)) {
            movements.put(BURNT, LpMovement.unmatched(pair, transfer.value()));
            return Touched.NONE;
        } else if (transfer.value().signum() == 0 || transfer.from().equals(transfer.to())) {
            return Touched.NONE;
        }
        if (transfer.to().equals(pair) || transfer.to().equals(ConstantProductPool.ZERO_ADDRESS)) {
            takeOut(transfer, held, marks);
            return Touched.only(transfer.from());
        }
        give(transfer, held);
        return new Touched(false, Set.of(transfer.from(), transfer.to()));
    }

    Touched mint(BookEvent.LpMint mint, Marks marks) {
        LpMovement minted = movements.get(MINTED);
        if (minted == null) {
            throw new IllegalArgumentException(
                    "a Mint of " + mint.amount0() + " and " + mint.amount1() + " without LP tokens minted just before");
        }
        movements.remove(MINTED);
        CostBasis paid = CostBasis.NONE.deposit(mint.amount0(), mint.amount1());
        pool.mintLog();
        deposit(minted, paid, share(minted), marks);
        return Touched.allAnd(Set.of(minted.holder()));
    }

    Touched burn(BookEvent.LpBurn burn, Marks marks) {
        grantToProtocol(marks);
        BigInteger all = leaving.lpTokens();
        Set<String> touched = new HashSet<>();
        for (LpMovement gone : leaving.all()) {
            leaving.remove(gone);
            pay(gone, all, burn);
            touched.add(gone.holder());
        }
        movements.remove(BURNT);
        pool.burnLog();
        return Touched.allAnd(touched);
    }

    /** True between the transfer that mints or burns LP tokens and the log that says what was paid: shares make no sense. */
    boolean midway() {
        return movements.get(MINTED) != null || movements.get(BURNT) != null;
    }

    private Touched minted(BookEvent.LpTransfer transfer, Marks marks) {
        grantToProtocol(marks);
        pool.lpTransfer(transfer.from(), transfer.to(), transfer.value());
        if (!transfer.to().equals(ConstantProductPool.ZERO_ADDRESS)) {
            movements.put(MINTED, LpMovement.unmatched(transfer.to(), transfer.value()));
        }
        return Touched.NONE;
    }

    /** LP tokens minted that no deposit followed are the protocol's part of the fees: its basis is what they are worth. */
    private void grantToProtocol(Marks marks) {
        LpMovement granted = movements.get(MINTED);
        if (granted == null) {
            return;
        }
        movements.remove(MINTED);
        PairShare worth = share(granted);
        CostBasis basis = CostBasis.NONE.deposit(
                worth.amounts().amount0(), worth.amounts().amount1());
        deposit(granted, basis, worth, marks);
    }

    private void pay(LpMovement gone, BigInteger all, BookEvent.LpBurn burn) {
        BigInteger amount0 = burn.amount0().multiply(gone.lpTokens()).divide(all);
        BigInteger amount1 = burn.amount1().multiply(gone.lpTokens()).divide(all);
        PositionState position = positions.get(gone.holder());
        if (position == null || !PairShare.hasPrice(pool.state())) {
            return;
        }
        RawPrice price = PairShare.price(pool.state());
        ConstantProductSplit split = ConstantProductSplit.of(amount0, amount1, gone.entryRootKX64(), price);
        BigInteger lossX64 = split.withoutFeesX64().subtract(gone.basis().valueX64(price));
        positions.put(
                gone.holder(),
                position.withBasis(position.basis().realise(lossX64))
                        .withWithdrawn(gone.losses())
                        .withFees(position.fees().plusFees(split.fees0X64(), split.fees1X64())));
    }

    private void deposit(LpMovement minted, CostBasis basis, PairShare share, Marks marks) {
        PositionState position = positionOf(minted.holder());
        BigInteger held = pool.balanceOf(minted.holder()).subtract(minted.lpTokens());
        LpMovement deposit = minted.deposited(basis, share.rootKX64());
        positions.put(minted.holder(), deposit.addedTo(deposited(position, held, deposit, marks)));
    }

    /** The pair takes what does not fit as a gift: losses over windows are against what the LP tokens stand for. */
    private PositionState deposited(PositionState position, BigInteger held, LpMovement deposit, Marks marks) {
        return losses.hasPrice()
                ? losses.deposited(position, held, deposit, losses.standsFor(deposit.entryRootKX64()), marks)
                : position;
    }

    /** LP tokens on their way to being burnt. */
    private void takeOut(BookEvent.LpTransfer transfer, BigInteger held, Marks marks) {
        PositionState position = positionOf(transfer.from());
        LpMovement out = losses.part(position, transfer.value(), held);
        boolean paid = transfer.to().equals(pair);
        if (paid) {
            leaving.add(out);
        }
        if (held.compareTo(transfer.value()) < 0) {
            positions.put(transfer.from(), position.withHistoryIncomplete());
            return;
        }
        PositionState left = leaving(position, held, out, marks);
        PositionState settled = paid ? left : left.withWithdrawn(out.losses());
        positions.put(transfer.from(), out.takenFrom(settled));
    }

    private PositionState leaving(PositionState position, BigInteger held, LpMovement out, Marks marks) {
        return losses.hasPrice()
                ? losses.withdrawn(
                        losses.given(position, held, out, PositionFlows.NONE),
                        position.entryRootKX64(),
                        out,
                        losses.now(marks),
                        losses.standsFor(out.entryRootKX64()))
                : position;
    }

    private void give(BookEvent.LpTransfer transfer, BigInteger held) {
        PositionState giver = positionOf(transfer.from());
        LpMovement moved = losses.part(giver, transfer.value(), held);
        PositionFlows lots = PositionFlows.NONE;
        if (held.compareTo(transfer.value()) < 0) {
            positions.put(transfer.from(), giver.withHistoryIncomplete());
        } else {
            lots = giver.flows().lots(moved.entryRootKX64(), giver.entryRootKX64());
            positions.put(transfer.from(), moved.takenFrom(losses.given(giver, held, moved, lots)));
        }
        PositionState taker = positionOf(transfer.to());
        BigInteger heldByTaker = pool.balanceOf(transfer.to()).subtract(transfer.value());
        positions.put(transfer.to(), moved.addedTo(losses.received(taker, heldByTaker, moved, lots)));
    }

    private PositionState positionOf(String holder) {
        PositionState known = positions.get(holder);
        return known != null
                ? known
                : PositionState.opened(
                        PositionIdentity.lpToken(holder), pool.state().followedFromStart());
    }

    private PairShare share(LpMovement movement) {
        return PairShare.of(movement.lpTokens(), pool.state());
    }
}
