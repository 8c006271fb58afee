/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
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
    private static final String LEAVING = "leaving:";
    private static final String BURNT = "burnt";
    private static final int FRACTION_BITS = 64;

    private final String pair;
    private final ConstantProductPool pool;
    private final JournaledMap<String, PositionState> positions;
    private final JournaledMap<String, LpMovement> movements;

    LpPositions(
            String pair,
            ConstantProductPool pool,
            JournaledMap<String, PositionState> positions,
            JournaledMap<String, LpMovement> movements) {
        this.pair = pair;
        this.pool = pool;
        this.positions = positions;
        this.movements = movements;
    }

    Touched transfer(BookEvent.LpTransfer transfer) {
        BigInteger held = pool.balanceOf(transfer.from());
        if (transfer.from().equals(ConstantProductPool.ZERO_ADDRESS)) {
            return minted(transfer);
        }
        pool.lpTransfer(transfer.from(), transfer.to(), transfer.value());
        if (transfer.from().equals(pair)) {
            movements.put(BURNT, new LpMovement(pair, transfer.value(), CostBasis.NONE, BigInteger.ZERO));
            return Touched.NONE;
        } else if (transfer.value().signum() == 0 || transfer.from().equals(transfer.to())) {
            return Touched.NONE;
        }
        LpMovement moved = takeFrom(transfer.from(), transfer.value(), held);
        if (transfer.to().equals(pair)) {
            leave(moved);
            return Touched.only(transfer.from());
        } else if (transfer.to().equals(ConstantProductPool.ZERO_ADDRESS)) {
            return Touched.only(transfer.from());
        }
        giveTo(transfer.to(), moved);
        return new Touched(false, Set.of(transfer.from(), transfer.to()));
    }

    Touched mint(BookEvent.LpMint mint) {
        LpMovement minted = movements.get(MINTED);
        if (minted == null) {
            throw new IllegalArgumentException(
                    "a Mint of " + mint.amount0() + " and " + mint.amount1() + " without LP tokens minted just before");
        }
        movements.remove(MINTED);
        CostBasis paid = CostBasis.NONE.deposit(mint.amount0(), mint.amount1());
        pool.mintLog();
        giveTo(
                minted.holder(),
                new LpMovement(
                        minted.holder(), minted.lpTokens(), paid, share(minted).rootKX64()));
        return Touched.allAnd(Set.of(minted.holder()));
    }

    Touched burn(BookEvent.LpBurn burn) {
        grantToProtocol();
        List<String> leaving = List.copyOf(
                movements.view().tailMap(LEAVING).headMap(LEAVING + '\uffff').keySet());
        BigInteger all =
                leaving.stream().map(key -> movements.get(key).lpTokens()).reduce(BigInteger.ZERO, BigInteger::add);
        Set<String> touched = new HashSet<>();
        for (String key : leaving) {
            LpMovement gone = movements.get(key);
            movements.remove(key);
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

    private Touched minted(BookEvent.LpTransfer transfer) {
        grantToProtocol();
        pool.lpTransfer(transfer.from(), transfer.to(), transfer.value());
        if (!transfer.to().equals(ConstantProductPool.ZERO_ADDRESS)) {
            movements.put(MINTED, new LpMovement(transfer.to(), transfer.value(), CostBasis.NONE, BigInteger.ZERO));
        }
        return Touched.NONE;
    }

    /** LP tokens minted that no deposit followed are the protocol's part of the fees: its basis is what they are worth. */
    private void grantToProtocol() {
        LpMovement granted = movements.get(MINTED);
        if (granted == null) {
            return;
        }
        movements.remove(MINTED);
        PairShare worth = share(granted);
        CostBasis basis = CostBasis.NONE.deposit(
                worth.amounts().amount0(), worth.amounts().amount1());
        giveTo(granted.holder(), new LpMovement(granted.holder(), granted.lpTokens(), basis, worth.rootKX64()));
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
        FeeLedger fees = position.fees();
        positions.put(
                gone.holder(),
                position.withBasis(position.basis().realise(lossX64))
                        .withFees(new FeeLedger(
                                fees.principalOwed0(),
                                fees.principalOwed1(),
                                fees.feesCollected0().add(split.fees0X64().shiftRight(FRACTION_BITS)),
                                fees.feesCollected1().add(split.fees1X64().shiftRight(FRACTION_BITS)))));
    }

    private LpMovement takeFrom(String holder, BigInteger value, BigInteger held) {
        PositionState position = positionOf(holder);
        if (held.compareTo(value) < 0) {
            positions.put(holder, position.withHistoryIncomplete());
            return new LpMovement(holder, value, CostBasis.NONE, BigInteger.ZERO);
        }
        CostBasis basis = position.basis().part(value, held);
        BigInteger rootK = position.entryRootKX64().multiply(value).divide(held);
        positions.put(
                holder,
                position.withBasis(position.basis().minus(basis))
                        .withEntryRootKX64(position.entryRootKX64().subtract(rootK)));
        return new LpMovement(holder, value, basis, rootK);
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

    private PairShare share(LpMovement movement) {
        return PairShare.of(movement.lpTokens(), pool.state());
    }
}
