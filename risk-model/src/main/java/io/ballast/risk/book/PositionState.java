/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.range.HeldTime;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.PositionLosses;
import io.ballast.risk.rolling.PositionFlows;
import java.math.BigInteger;
import java.util.function.Consumer;

/**
 * What the book keeps of one position beside what the pool itself keeps. Immutable.
 *
 * @param identity  what it is and whose
 * @param manager  the position manager's own books; {@link ManagerBooks#NONE} when it is not an NFT
 * @param basis  what was deposited
 * @param fees  fees and principal paid out
 * @param entryRootKX64  pools of shares: its share of the depth when it came in, times 2^64: what it would be without fees. Depth
 *     of a constant product pool is sqrt(reserve0 * reserve1)
 * @param barFees0X64  fees in token0 estimated from bars, times 2^64
 * @param barFees1X64  fees in token1 estimated from bars, times 2^64
 * @param losses  loss versus rebalancing and markout since entry
 * @param flows  what came in and went out inside the longest window
 * @param held  how long it has held liquidity, and been in its range; concentrated pools
 * @param historyIncomplete  it was there before we followed it: deposits are missing
 * @param late  a record of it came too late to be put in its place
 * @param joined  what it held and was owed was read from the chain when its pool was joined in mid-life
 */
public record PositionState(
        PositionIdentity identity,
        ManagerBooks manager,
        CostBasis basis,
        FeeLedger fees,
        BigInteger entryRootKX64,
        BigInteger barFees0X64,
        BigInteger barFees1X64,
        PositionLosses losses,
        PositionFlows flows,
        HeldTime held,
        boolean historyIncomplete,
        boolean late,
        boolean joined) {

    /** A position that has nothing yet. */
    public static PositionState opened(PositionIdentity identity) {
        return new PositionState(
                identity,
                ManagerBooks.NONE,
                CostBasis.NONE,
                FeeLedger.NONE,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                PositionLosses.NONE,
                PositionFlows.NONE,
                HeldTime.NONE,
                false,
                false,
                false);
    }

    /** The same; its deposits are missing if it was there before we followed it. */
    public static PositionState opened(PositionIdentity identity, boolean historyKnown) {
        PositionState opened = opened(identity);
        return historyKnown ? opened : opened.withHistoryIncomplete();
    }

    PositionState after(BookEvent.NftTransfer transfer) {
        return changed(draft -> draft.identity = identity.after(transfer));
    }

    public PositionState withManager(ManagerBooks books) {
        return changed(draft -> draft.manager = books);
    }

    public PositionState withBasis(CostBasis basis) {
        return changed(draft -> draft.basis = basis);
    }

    public PositionState withFees(FeeLedger fees) {
        return changed(draft -> draft.fees = fees);
    }

    public PositionState withEntryRootKX64(BigInteger entryRootKX64) {
        return changed(draft -> draft.entryRootKX64 = entryRootKX64);
    }

    public PositionState withBarFees(BigInteger fees0X64, BigInteger fees1X64) {
        return changed(draft -> {
            draft.barFees0X64 = fees0X64;
            draft.barFees1X64 = fees1X64;
        });
    }

    public PositionState withLosses(PositionLosses losses, PositionFlows flows) {
        return changed(draft -> {
            draft.losses = losses;
            draft.flows = flows;
        });
    }

    /** What has left is gone for good, with these losses. */
    public PositionState withWithdrawn(Losses gone) {
        return withLosses(losses.withWithdrawn(gone), flows);
    }

    public PositionState withHeld(HeldTime time) {
        return changed(draft -> draft.held = time);
    }

    public PositionState withHistoryIncomplete() {
        return changed(draft -> draft.historyIncomplete = true);
    }

    public PositionState withLate() {
        return changed(draft -> draft.late = true);
    }

    /** Read from the chain: its deposits are not known, and all else is. */
    public PositionState asJoined() {
        return changed(draft -> {
            draft.joined = true;
            draft.historyIncomplete = true;
        });
    }

    private PositionState changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** A copy that some of is changed before it is one again. */
    private static final class Draft {
        private PositionIdentity identity;
        private ManagerBooks manager;
        private CostBasis basis;
        private FeeLedger fees;
        private BigInteger entryRootKX64;
        private BigInteger barFees0X64;
        private BigInteger barFees1X64;
        private PositionLosses losses;
        private PositionFlows flows;
        private HeldTime held;
        private boolean historyIncomplete;
        private boolean late;
        private boolean joined;

        Draft(PositionState state) {
            identity = state.identity;
            manager = state.manager;
            basis = state.basis;
            fees = state.fees;
            entryRootKX64 = state.entryRootKX64;
            barFees0X64 = state.barFees0X64;
            barFees1X64 = state.barFees1X64;
            losses = state.losses;
            flows = state.flows;
            held = state.held;
            historyIncomplete = state.historyIncomplete;
            late = state.late;
            joined = state.joined;
        }

        PositionState done() {
            return new PositionState(
                    identity,
                    manager,
                    basis,
                    fees,
                    entryRootKX64,
                    barFees0X64,
                    barFees1X64,
                    losses,
                    flows,
                    held,
                    historyIncomplete,
                    late,
                    joined);
        }
    }
}
