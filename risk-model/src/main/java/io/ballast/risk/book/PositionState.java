/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.rebalancing.PositionLosses;
import io.ballast.risk.rolling.PositionFlows;
import java.math.BigInteger;

/**
 * What the book keeps of one position beside what the pool itself keeps. Immutable.
 *
 * @param identity  what it is and whose
 * @param manager  the position manager's own books; {@link ManagerBooks#NONE} when it is not an NFT
 * @param basis  what was deposited
 * @param fees  fees and principal paid out
 * @param entryRootKX64  constant product pools: its share of sqrt(reserve0 * reserve1) when it came in, times 2^64: what
 *     it would be without fees
 * @param barFees0X64  fees in token0 estimated from bars, times 2^64
 * @param barFees1X64  fees in token1 estimated from bars, times 2^64
 * @param losses  loss versus rebalancing and markout since entry
 * @param flows  what came in and went out inside the longest window
 * @param historyIncomplete  it was there before we followed it: deposits are missing
 * @param late  a record of it came too late to be put in its place
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
        boolean historyIncomplete,
        boolean late) {

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
                false,
                false);
    }

    public PositionState withOwner(String owner) {
        return new PositionState(
                identity.withOwner(owner),
                manager,
                basis,
                fees,
                entryRootKX64,
                barFees0X64,
                barFees1X64,
                losses,
                flows,
                historyIncomplete,
                late);
    }

    public PositionState withManager(ManagerBooks books) {
        return new PositionState(
                identity,
                books,
                basis,
                fees,
                entryRootKX64,
                barFees0X64,
                barFees1X64,
                losses,
                flows,
                historyIncomplete,
                late);
    }

    public PositionState withBasis(CostBasis changed) {
        return new PositionState(
                identity,
                manager,
                changed,
                fees,
                entryRootKX64,
                barFees0X64,
                barFees1X64,
                losses,
                flows,
                historyIncomplete,
                late);
    }

    public PositionState withFees(FeeLedger changed) {
        return new PositionState(
                identity,
                manager,
                basis,
                changed,
                entryRootKX64,
                barFees0X64,
                barFees1X64,
                losses,
                flows,
                historyIncomplete,
                late);
    }

    public PositionState withEntryRootKX64(BigInteger changed) {
        return new PositionState(
                identity,
                manager,
                basis,
                fees,
                changed,
                barFees0X64,
                barFees1X64,
                losses,
                flows,
                historyIncomplete,
                late);
    }

    public PositionState withBarFees(BigInteger fees0X64, BigInteger fees1X64) {
        return new PositionState(
                identity,
                manager,
                basis,
                fees,
                entryRootKX64,
                fees0X64,
                fees1X64,
                losses,
                flows,
                historyIncomplete,
                late);
    }

    public PositionState withLosses(PositionLosses changed, PositionFlows changedFlows) {
        return new PositionState(
                identity,
                manager,
                basis,
                fees,
                entryRootKX64,
                barFees0X64,
                barFees1X64,
                changed,
                changedFlows,
                historyIncomplete,
                late);
    }

    public PositionState withHistoryIncomplete() {
        return new PositionState(
                identity, manager, basis, fees, entryRootKX64, barFees0X64, barFees1X64, losses, flows, true, late);
    }

    public PositionState withLate() {
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
                historyIncomplete,
                true);
    }
}
