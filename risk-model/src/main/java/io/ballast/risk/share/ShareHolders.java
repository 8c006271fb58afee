/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.CostBasis;
import io.ballast.risk.book.FeeLedger;
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
import java.util.List;
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
    private static final String LEAVING = "leaving:";
    private static final int FRACTION_BITS = 64;

    private final SharePool<?> pool;
    private final JournaledMap<String, PositionState> positions;
    private final JournaledMap<String, LpMovement> movements;
    private final ShareLosses losses;
    private final ShareSteps steps;

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
        List<LpMovement> leaving = leaving();
        if (leaving.isEmpty()) {
            throw new IllegalArgumentException("a withdrawal of " + exit.amount0() + " and " + exit.amount1()
                    + " without LP tokens burnt just before");
        }
        ShareState before = pool.state();
        Set<String> touched = payAll(leaving, exit.amount0(), exit.amount1(), marks);
        pool.exit(exit);
        steps.follow(before, before.supply().add(sumOf(leaving)), marks);
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
        touched.addAll(payAll(leaving(), BigInteger.ZERO, BigInteger.ZERO, marks));
        return touched;
    }

    private Touched minted(BookEvent.LpTransfer transfer, Marks marks) {
        grantToProtocol(marks);
        pool.lpTransfer(transfer.from(), transfer.to(), transfer.value());
        if (!transfer.to().equals(SharePool.ZERO_ADDRESS)) {
            movements.put(MINTED, new LpMovement(transfer.to(), transfer.value(), CostBasis.NONE, BigInteger.ZERO));
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
        LpMovement deposit = new LpMovement(holder, minted.lpTokens(), basis, depthX64(minted));
        PositionState position = positionOf(holder);
        if (losses.hasPrice()) {
            BigInteger held = pool.balanceOf(holder).subtract(minted.lpTokens()).max(BigInteger.ZERO);
            HeldTokens brought = HeldTokens.ofX64(basis.hodl0X64(), basis.hodl1X64());
            position = losses.deposited(position, held, deposit, brought, marks);
        }
        positions.put(holder, with(position, deposit));
    }

    private List<LpMovement> leaving() {
        return List.copyOf(
                movements.view().tailMap(LEAVING).headMap(LEAVING + "\uffff").values());
    }

    private static BigInteger sumOf(List<LpMovement> leaving) {
        return leaving.stream().map(LpMovement::lpTokens).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Set<String> payAll(List<LpMovement> leaving, BigInteger amount0, BigInteger amount1, Marks marks) {
        BigInteger all = sumOf(leaving);
        BigInteger supplyBefore = pool.state().supply().add(all);
        Set<String> touched = new HashSet<>();
        for (LpMovement gone : leaving) {
            movements.remove(LEAVING + gone.holder());
            TokenAmounts paid = new TokenAmounts(
                    amount0.multiply(gone.lpTokens()).divide(all),
                    amount1.multiply(gone.lpTokens()).divide(all));
            pay(gone, paid, supplyBefore, marks);
            touched.add(gone.holder());
        }
        return touched;
    }

    private void pay(LpMovement gone, TokenAmounts paid, BigInteger supplyBefore, Marks marks) {
        PositionState position = positions.get(gone.holder());
        if (position == null) {
            return;
        }
        SharePoint point = pool.point();
        FeePart fees = point == null || !pool.state().supplyKnown()
                ? FeePart.NONE
                : FeePart.of(gone.entryRootKX64(), point.depthX64(gone.lpTokens(), supplyBefore));
        BigInteger fees0X64 = fees.of(paid.amount0().shiftLeft(FRACTION_BITS));
        BigInteger fees1X64 = fees.of(paid.amount1().shiftLeft(FRACTION_BITS));
        BigInteger rest0X64 = paid.amount0().shiftLeft(FRACTION_BITS).subtract(fees0X64);
        BigInteger rest1X64 = paid.amount1().shiftLeft(FRACTION_BITS).subtract(fees1X64);
        PositionState left = withdrawn(position, gone, HeldTokens.ofX64(rest0X64, rest1X64), marks);
        if (point != null && pool.state().supplyKnown()) {
            BigInteger restX64 = point.price().inToken1(rest0X64).add(rest1X64);
            left = realised(left, restX64.subtract(gone.basis().valueX64(point.price())), fees0X64, fees1X64);
        }
        positions.put(gone.holder(), left);
    }

    /** Proceeds are fees by the part of the depth that is; the rest less its basis, at the price before, is the loss. */
    private static PositionState realised(
            PositionState position, BigInteger lossX64, BigInteger fees0X64, BigInteger fees1X64) {
        FeeLedger fees = position.fees();
        return position.withBasis(position.basis().realise(lossX64))
                .withFees(new FeeLedger(
                        fees.principalOwed0(),
                        fees.principalOwed1(),
                        fees.feesCollected0().add(fees0X64.shiftRight(FRACTION_BITS)),
                        fees.feesCollected1().add(fees1X64.shiftRight(FRACTION_BITS))));
    }

    /** What has left loses no more, and its flows are settled at what was paid. */
    private PositionState withdrawn(PositionState position, LpMovement gone, HeldTokens taken, Marks marks) {
        PositionState left = position.withLosses(position.losses().withWithdrawn(gone.losses()), position.flows());
        return losses.hasPrice()
                ? losses.withdrawn(
                        left, position.entryRootKX64().add(gone.entryRootKX64()), gone, steps.now(marks), taken)
                : left;
    }

    private void burn(BookEvent.LpTransfer transfer, BigInteger held) {
        PositionState position = positionOf(transfer.from());
        LpMovement moved = part(position, transfer.value(), held);
        takeFrom(position, moved, held, PositionFlows.NONE);
        leave(moved);
    }

    private void give(BookEvent.LpTransfer transfer, BigInteger held) {
        PositionState giver = positionOf(transfer.from());
        LpMovement moved = part(giver, transfer.value(), held);
        PositionFlows lots = giver.flows().lots(moved.entryRootKX64(), depthInFlowsX64(giver));
        takeFrom(giver, moved, held, lots);
        PositionState taker = positionOf(transfer.to());
        BigInteger heldByTaker = pool.balanceOf(transfer.to()).subtract(transfer.value());
        positions.put(transfer.to(), with(losses.received(taker, heldByTaker, moved, lots), moved));
    }

    /** What is leaving is still in the flows, until it is known what is paid for it. */
    private BigInteger depthInFlowsX64(PositionState position) {
        LpMovement leaving = movements.get(LEAVING + position.identity().key());
        return leaving == null
                ? position.entryRootKX64()
                : position.entryRootKX64().add(leaving.entryRootKX64());
    }

    /** What goes with a part of a holder's LP tokens; nothing if they are more than we know of. */
    private LpMovement part(PositionState position, BigInteger value, BigInteger held) {
        String holder = position.identity().key();
        return held.compareTo(value) < 0
                ? new LpMovement(holder, value, CostBasis.NONE, BigInteger.ZERO)
                : new LpMovement(
                        holder,
                        value,
                        position.basis().part(value, held),
                        position.entryRootKX64().multiply(value).divide(held),
                        losses.part(position, held, value));
    }

    private void takeFrom(PositionState position, LpMovement moved, BigInteger held, PositionFlows lots) {
        positions.put(
                moved.holder(),
                held.compareTo(moved.lpTokens()) < 0
                        ? position.withHistoryIncomplete()
                        : without(losses.given(position, held, moved, lots), moved));
    }

    private static PositionState without(PositionState position, LpMovement moved) {
        return position.withBasis(position.basis().minus(moved.basis()))
                .withEntryRootKX64(position.entryRootKX64().subtract(moved.entryRootKX64()));
    }

    private static PositionState with(PositionState position, LpMovement moved) {
        return position.withBasis(position.basis().plus(moved.basis()))
                .withEntryRootKX64(position.entryRootKX64().add(moved.entryRootKX64()));
    }

    private void leave(LpMovement moved) {
        LpMovement already = movements.get(LEAVING + moved.holder());
        movements.put(LEAVING + moved.holder(), already == null ? moved : already.plus(moved));
    }

    private PositionState positionOf(String holder) {
        PositionState known = positions.get(holder);
        if (known != null) {
            return known;
        }
        PositionState opened = PositionState.opened(PositionIdentity.lpToken(holder));
        return pool.state().followedFromStart() ? opened : opened.withHistoryIncomplete();
    }

    private BigInteger depthX64(LpMovement of) {
        SharePoint point = pool.point();
        return point == null || !pool.state().hasShares()
                ? BigInteger.ZERO
                : point.depthX64(of.lpTokens(), pool.state().supply());
    }
}
