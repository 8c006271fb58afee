/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.LeavingTokens;
import io.ballast.risk.book.LpMovement;
import io.ballast.risk.book.PositionState;
import io.ballast.risk.book.ShareLosses;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.HeldTokens;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/**
 * LP tokens that were burnt, until it is known what is paid for them. Mutable and single-threaded; all state is in the book's
 * tables.
 */
final class LeavingShares {

    private static final int FRACTION_BITS = 64;

    private final SharePool<?> pool;
    private final JournaledMap<String, PositionState> positions;
    private final LeavingTokens leaving;
    private final ShareLosses losses;
    private final ShareSteps steps;

    LeavingShares(
            SharePool<?> pool,
            JournaledMap<String, PositionState> positions,
            JournaledMap<String, LpMovement> movements,
            ShareLosses losses,
            ShareSteps steps) {
        this.pool = pool;
        this.positions = positions;
        leaving = new LeavingTokens(movements);
        this.losses = losses;
        this.steps = steps;
    }

    void add(LpMovement burnt) {
        leaving.add(burnt);
    }

    /** How many there are. */
    BigInteger lpTokens() {
        return leaving.lpTokens();
    }

    /** Depth of a position's flows, times 2^64: what is leaving is in them until it is paid. */
    BigInteger depthInFlowsX64(PositionState position) {
        LpMovement gone = leaving.of(position.identity().key());
        return gone == null
                ? position.entryRootKX64()
                : position.entryRootKX64().add(gone.entryRootKX64());
    }

    /** All of them are paid for, each by its part. Returns whose they were. */
    Set<String> pay(TokenAmounts amounts, Marks marks) {
        BigInteger all = lpTokens();
        BigInteger supplyBefore = pool.state().supply().add(all);
        Set<String> touched = new HashSet<>();
        for (LpMovement gone : leaving.all()) {
            TokenAmounts paid = new TokenAmounts(
                    amounts.amount0().multiply(gone.lpTokens()).divide(all),
                    amounts.amount1().multiply(gone.lpTokens()).divide(all));
            pay(gone, paid, supplyBefore, marks);
            leaving.remove(gone);
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
        boolean measurable = point != null && pool.state().supplyKnown();
        FeePart part = measurable
                ? FeePart.of(gone.entryRootKX64(), point.depthX64(gone.lpTokens(), supplyBefore))
                : FeePart.NONE;
        BigInteger fees0X64 = part.of(paid.amount0().shiftLeft(FRACTION_BITS));
        BigInteger fees1X64 = part.of(paid.amount1().shiftLeft(FRACTION_BITS));
        BigInteger rest0X64 = paid.amount0().shiftLeft(FRACTION_BITS).subtract(fees0X64);
        BigInteger rest1X64 = paid.amount1().shiftLeft(FRACTION_BITS).subtract(fees1X64);
        PositionState left = withdrawn(position, gone, HeldTokens.ofX64(rest0X64, rest1X64), marks);
        if (measurable) {
            BigInteger restX64 = point.price().inToken1(rest0X64).add(rest1X64);
            left = realised(left, restX64.subtract(gone.basis().valueX64(point.price())), fees0X64, fees1X64);
        }
        positions.put(gone.holder(), left);
    }

    /** Proceeds are fees by the part of the depth that is; the rest less its basis, at the price before, is the loss. */
    private static PositionState realised(
            PositionState position, BigInteger lossX64, BigInteger fees0X64, BigInteger fees1X64) {
        return position.withBasis(position.basis().realise(lossX64))
                .withFees(position.fees().plusFees(fees0X64, fees1X64));
    }

    /** What has left loses no more, and its flows are settled at what was paid. */
    private PositionState withdrawn(PositionState position, LpMovement gone, HeldTokens taken, Marks marks) {
        PositionState left = position.withWithdrawn(gone.losses());
        return losses.hasPrice()
                ? losses.withdrawn(left, depthInFlowsX64(position), gone, steps.now(marks), taken)
                : left;
    }
}
