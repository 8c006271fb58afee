/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.CostBasis;
import io.ballast.risk.book.LpMovement;
import io.ballast.risk.book.PositionIdentity;
import io.ballast.risk.book.PositionState;
import io.ballast.risk.book.ShareLosses;
import io.ballast.risk.book.Touched;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.HeldTokens;
import io.ballast.risk.rolling.PositionFlows;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/**
 * Follows the LP token of a pool of shares. Logs of deposits and withdrawals do not say whose LP tokens they mint or burn: the
 * transfers just before do. LP tokens minted without a deposit are the protocol's part of the fees, and what they are worth is
 * their basis; those that are burnt without a withdrawal are given away.
 *
 * <p>A basis is the tokens that were really paid, in whatever proportion. LP tokens sent to somebody else take their part of it
 * along. Mutable and single-threaded.
 */
final class ShareHolders {

    private static final String MINTED = "minted";

    private final SharePool<?> pool;
    private final JournaledMap<String, PositionState> positions;
    private final JournaledMap<String, LpMovement> movements;
    private final ShareLosses losses;
    private final ShareSteps steps;
    private final LeavingShares leaving;

    ShareHolders(
            SharePool<?> pool,
            JournaledMap<String, PositionState> positions,
            JournaledMap<String, LpMovement> movements,
            ShareLosses losses,
            ShareSteps steps) {
        this.pool = pool;
        this.positions = positions;
        this.movements = movements;
        this.losses = losses;
        this.steps = steps;
        leaving = new LeavingShares(pool, positions, movements, losses, steps);
    }

    /** True between a transfer that mints or burns LP tokens and the log that says what was paid: shares make no sense. */
    boolean midway() {
        return !movements.view().isEmpty();
    }

    Touched transfer(BookEvent.LpTransfer transfer, Marks marks) {
        if (transfer.from().equals(SharePool.ZERO_ADDRESS)) {
            return minted(transfer, marks);
        }
        BigInteger held = pool.balanceOf(transfer.from());
        pool.lpTransfer(transfer.from(), transfer.to(), transfer.value());
        if (transfer.value().signum() == 0 || transfer.from().equals(transfer.to())) {
            return Touched.NONE;
        }
        if (transfer.to().equals(SharePool.ZERO_ADDRESS)) {
            burn(transfer, held);
            return Touched.NONE;
        }
        give(transfer, held);
        return new Touched(false, Set.of(transfer.from(), transfer.to()));
    }

    Touched join(ShareEvent.Join join, Marks marks) {
        LpMovement minted = movements.get(MINTED);
        if (minted == null) {
            throw new IllegalArgumentException("a deposit of " + join.amount0() + " and " + join.amount1()
                    + " without LP tokens minted just before");
        }
        movements.remove(MINTED);
        ShareState before = pool.state();
        pool.join(join, minted.lpTokens());
        steps.follow(before, before.supply().subtract(minted.lpTokens()), marks);
        deposit(minted, CostBasis.NONE.deposit(join.amount0(), join.amount1()), marks);
        return Touched.allAnd(Set.of(minted.holder()));
    }

    Touched exit(ShareEvent.Exit exit, Marks marks) {
        grantToProtocol(marks);
        BigInteger burnt = leaving.lpTokens();
        if (burnt.signum() == 0) {
            throw new IllegalArgumentException("a withdrawal of " + exit.amount0() + " and " + exit.amount1()
                    + " without LP tokens burnt just before");
        }
        ShareState before = pool.state();
        Set<String> touched = leaving.pay(new TokenAmounts(exit.amount0(), exit.amount1()), marks);
        pool.exit(exit);
        steps.follow(before, before.supply().add(burnt), marks);
        return Touched.allAnd(touched);
    }

    /** What no deposit and no withdrawal has followed by now, none will. Returns who it concerns. */
    Set<String> settle(Marks marks) {
        Set<String> touched = new HashSet<>();
        LpMovement minted = movements.get(MINTED);
        if (minted != null) {
            touched.add(minted.holder());
            grantToProtocol(marks);
        }
        touched.addAll(leaving.pay(TokenAmounts.ZERO, marks));
        return touched;
    }

    private Touched minted(BookEvent.LpTransfer transfer, Marks marks) {
        grantToProtocol(marks);
        pool.lpTransfer(transfer.from(), transfer.to(), transfer.value());
        if (!transfer.to().equals(SharePool.ZERO_ADDRESS)) {
            movements.put(MINTED, LpMovement.unmatched(transfer.to(), transfer.value()));
        }
        return Touched.NONE;
    }

    private void grantToProtocol(Marks marks) {
        LpMovement granted = movements.get(MINTED);
        if (granted == null) {
            return;
        }
        movements.remove(MINTED);
        CostBasis worth = CostBasis.NONE;
        if (pool.state().hasShares()) {
            TokenAmounts share = pool.share(granted.lpTokens(), pool.state().supply());
            worth = worth.deposit(share.amount0(), share.amount1());
        }
        deposit(granted, worth, marks);
    }

    private void deposit(LpMovement minted, CostBasis basis, Marks marks) {
        String holder = minted.holder();
        LpMovement deposit = minted.deposited(basis, depthX64(minted));
        PositionState position = positionOf(holder);
        if (losses.hasPrice()) {
            BigInteger held = pool.balanceOf(holder).subtract(minted.lpTokens()).max(BigInteger.ZERO);
            HeldTokens brought = HeldTokens.ofX64(basis.hodl0X64(), basis.hodl1X64());
            position = losses.deposited(position, held, deposit, brought, marks);
        }
        positions.put(holder, deposit.addedTo(position));
    }

    private void burn(BookEvent.LpTransfer transfer, BigInteger held) {
        PositionState position = positionOf(transfer.from());
        LpMovement moved = losses.part(position, transfer.value(), held);
        takeFrom(position, moved, held, PositionFlows.NONE);
        leaving.add(moved);
    }

    private void give(BookEvent.LpTransfer transfer, BigInteger held) {
        PositionState giver = positionOf(transfer.from());
        LpMovement moved = losses.part(giver, transfer.value(), held);
        PositionFlows lots = giver.flows().lots(moved.entryRootKX64(), leaving.depthInFlowsX64(giver));
        takeFrom(giver, moved, held, lots);
        PositionState taker = positionOf(transfer.to());
        BigInteger heldByTaker = pool.balanceOf(transfer.to()).subtract(transfer.value());
        positions.put(transfer.to(), moved.addedTo(losses.received(taker, heldByTaker, moved, lots)));
    }

    private void takeFrom(PositionState position, LpMovement moved, BigInteger held, PositionFlows lots) {
        positions.put(
                moved.holder(),
                held.compareTo(moved.lpTokens()) < 0
                        ? position.withHistoryIncomplete()
                        : moved.takenFrom(losses.given(position, held, moved, lots)));
    }

    private PositionState positionOf(String holder) {
        PositionState known = positions.get(holder);
        return known != null
                ? known
                : PositionState.opened(
                        PositionIdentity.lpToken(holder), pool.state().followedFromStart());
    }

    private BigInteger depthX64(LpMovement of) {
        SharePoint point = pool.point();
        return point == null || !pool.state().hasShares()
                ? BigInteger.ZERO
                : point.depthX64(of.lpTokens(), pool.state().supply());
    }
}
