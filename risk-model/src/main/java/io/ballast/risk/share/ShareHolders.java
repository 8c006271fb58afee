/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.CostBasis;
import io.ballast.risk.book.FeeLedger;
import io.ballast.risk.book.LpMovement;
import io.ballast.risk.book.PositionIdentity;
import io.ballast.risk.book.PositionState;
import io.ballast.risk.book.Touched;
import io.ballast.risk.journal.JournaledMap;
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

    ShareHolders(
            SharePool<?> pool,
            JournaledMap<String, PositionState> positions,
            JournaledMap<String, LpMovement> movements) {
        this.pool = pool;
        this.positions = positions;
        this.movements = movements;
    }

    /** True between a transfer that mints or burns LP tokens and the log that says what was paid: shares make no sense. */
    boolean midway() {
        return !movements.view().isEmpty();
    }

    Touched transfer(BookEvent.LpTransfer transfer) {
        BigInteger held = pool.balanceOf(transfer.from());
        boolean toNobody = transfer.to().equals(SharePool.ZERO_ADDRESS);
        if (transfer.from().equals(SharePool.ZERO_ADDRESS)) {
            return minted(transfer);
        }
        pool.lpTransfer(transfer.from(), transfer.to(), transfer.value());
        if (transfer.value().signum() == 0 || transfer.from().equals(transfer.to())) {
            return Touched.NONE;
        }
        LpMovement moved = takeFrom(transfer.from(), transfer.value(), held);
        if (toNobody) {
            leave(moved);
            return Touched.NONE;
        }
        giveTo(transfer.to(), moved);
        return new Touched(false, Set.of(transfer.from(), transfer.to()));
    }

    Touched join(ShareEvent.Join join) {
        LpMovement minted = movements.get(MINTED);
        if (minted == null) {
            throw new IllegalArgumentException("a deposit of " + join.amount0() + " and " + join.amount1()
                    + " without LP tokens minted just before");
        }
        movements.remove(MINTED);
        pool.join(join, minted.lpTokens());
        CostBasis paid = CostBasis.NONE.deposit(join.amount0(), join.amount1());
        giveTo(minted.holder(), new LpMovement(minted.holder(), minted.lpTokens(), paid, depthX64(minted)));
        return Touched.allAnd(Set.of(minted.holder()));
    }

    Touched exit(ShareEvent.Exit exit) {
        grantToProtocol();
        List<LpMovement> leaving = leaving();
        if (leaving.isEmpty()) {
            throw new IllegalArgumentException("a withdrawal of " + exit.amount0() + " and " + exit.amount1()
                    + " without LP tokens burnt just before");
        }
        Set<String> touched = payAll(leaving, exit.amount0(), exit.amount1());
        pool.exit(exit);
        return Touched.allAnd(touched);
    }

    /** What no deposit and no withdrawal has followed by now, none will. Returns who it concerns. */
    Set<String> settle() {
        Set<String> touched = new HashSet<>();
        LpMovement minted = movements.get(MINTED);
        if (minted != null) {
            touched.add(minted.holder());
            grantToProtocol();
        }
        touched.addAll(payAll(leaving(), BigInteger.ZERO, BigInteger.ZERO));
        return touched;
    }

    private Touched minted(BookEvent.LpTransfer transfer) {
        grantToProtocol();
        pool.lpTransfer(transfer.from(), transfer.to(), transfer.value());
        if (!transfer.to().equals(SharePool.ZERO_ADDRESS)) {
            movements.put(MINTED, new LpMovement(transfer.to(), transfer.value(), CostBasis.NONE, BigInteger.ZERO));
        }
        return Touched.NONE;
    }

    private void grantToProtocol() {
        LpMovement granted = movements.get(MINTED);
        if (granted == null) {
            return;
        }
        movements.remove(MINTED);
        CostBasis worth = CostBasis.NONE;
        if (pool.state().hasShares()) {
            var share = pool.share(granted.lpTokens(), pool.state().supply());
            worth = worth.deposit(share.amount0(), share.amount1());
        }
        giveTo(granted.holder(), new LpMovement(granted.holder(), granted.lpTokens(), worth, depthX64(granted)));
    }

    private List<LpMovement> leaving() {
        return List.copyOf(
                movements.view().tailMap(LEAVING).headMap(LEAVING + "\uffff").values());
    }

    private Set<String> payAll(List<LpMovement> leaving, BigInteger amount0, BigInteger amount1) {
        BigInteger all = leaving.stream().map(LpMovement::lpTokens).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger supplyBefore = pool.state().supply().add(all);
        Set<String> touched = new HashSet<>();
        for (LpMovement gone : leaving) {
            movements.remove(LEAVING + gone.holder());
            pay(
                    gone,
                    amount0.multiply(gone.lpTokens()).divide(all),
                    amount1.multiply(gone.lpTokens()).divide(all),
                    supplyBefore);
            touched.add(gone.holder());
        }
        return touched;
    }

    /** Proceeds are fees by the part of the depth that is; the rest less its basis, at the price before, is the loss. */
    private void pay(LpMovement gone, BigInteger amount0, BigInteger amount1, BigInteger supplyBefore) {
        PositionState position = positions.get(gone.holder());
        SharePoint point = pool.point();
        if (position == null || point == null || !pool.state().supplyKnown()) {
            return;
        }
        FeePart part = FeePart.of(gone.entryRootKX64(), point.depthX64(gone.lpTokens(), supplyBefore));
        BigInteger fees0X64 = part.of(amount0.shiftLeft(FRACTION_BITS));
        BigInteger fees1X64 = part.of(amount1.shiftLeft(FRACTION_BITS));
        BigInteger restX64 = point.price()
                .inToken1(amount0.shiftLeft(FRACTION_BITS).subtract(fees0X64))
                .add(amount1.shiftLeft(FRACTION_BITS).subtract(fees1X64));
        BigInteger lossX64 = restX64.subtract(gone.basis().valueX64(point.price()));
        FeeLedger fees = position.fees();
        positions.put(
                gone.holder(),
                position.withBasis(position.basis().realise(lossX64))
                        .withFees(new FeeLedger(
                                fees.principalOwed0(),
                                fees.principalOwed1(),
                                fees.feesCollected0().add(fees0X64.shiftRight(FRACTION_BITS)),
                                fees.feesCollected1().add(fees1X64.shiftRight(FRACTION_BITS)))));
    }

    private LpMovement takeFrom(String holder, BigInteger value, BigInteger held) {
        PositionState position = positionOf(holder);
        if (held.compareTo(value) < 0) {
            positions.put(holder, position.withHistoryIncomplete());
            return new LpMovement(holder, value, CostBasis.NONE, BigInteger.ZERO);
        }
        CostBasis basis = position.basis().part(value, held);
        BigInteger depth = position.entryRootKX64().multiply(value).divide(held);
        positions.put(
                holder,
                position.withBasis(position.basis().minus(basis))
                        .withEntryRootKX64(position.entryRootKX64().subtract(depth)));
        return new LpMovement(holder, value, basis, depth);
    }

    private void giveTo(String holder, LpMovement moved) {
        PositionState position = positionOf(holder);
        positions.put(
                holder,
                position.withBasis(position.basis().plus(moved.basis()))
                        .withEntryRootKX64(position.entryRootKX64().add(moved.entryRootKX64())));
    }

    private void leave(LpMovement moved) {
        LpMovement already = movements.get(LEAVING + moved.holder());
        movements.put(
                LEAVING + moved.holder(),
                already == null
                        ? moved
                        : new LpMovement(
                                moved.holder(),
                                already.lpTokens().add(moved.lpTokens()),
                                already.basis().plus(moved.basis()),
                                already.entryRootKX64().add(moved.entryRootKX64())));
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
