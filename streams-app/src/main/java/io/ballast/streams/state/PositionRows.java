/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static io.ballast.streams.state.RawIntegers.bytes;
import static io.ballast.streams.state.RawIntegers.number;

import io.ballast.risk.book.CostBasis;
import io.ballast.risk.book.FeeLedger;
import io.ballast.risk.book.ManagerBooks;
import io.ballast.risk.book.PositionIdentity;
import io.ballast.risk.book.PositionState;
import io.ballast.risk.range.HeldTime;
import io.ballast.risk.rebalancing.PositionLosses;

/** Stored form of the table of positions. */
final class PositionRows {

    private PositionRows() {}

    static RowCodec<PositionState> positions() {
        return RowCodec.of(PositionRow.getClassSchema(), PositionRows::row, PositionRows::position);
    }

    private static PositionRow row(PositionState position) {
        PositionIdentity identity = position.identity();
        PositionRow row = new PositionRow();
        row.setPositionKey(identity.key());
        row.setKind(identity.kind().name());
        row.setOwner(identity.owner());
        row.setManager(identity.manager());
        row.setTokenId(identity.tokenId());
        row.setTickLower(identity.tickLower());
        row.setTickUpper(identity.tickUpper());
        row.setSalt(identity.salt());
        row.setCustodian(identity.custodian());
        setManagerBooks(row, position.manager());
        setBasis(row, position.basis());
        setFees(row, position.fees());
        row.setEntryRootKX64(bytes(position.entryRootKX64()));
        row.setBarFees0X64(bytes(position.barFees0X64()));
        row.setBarFees1X64(bytes(position.barFees1X64()));
        setLosses(row, position.losses());
        row.setFlows(FlowRows.rows(position.flows()));
        setHeld(row, position.held());
        row.setHistoryIncomplete(position.historyIncomplete());
        row.setLate(position.late());
        row.setJoined(position.joined());
        return row;
    }

    private static void setManagerBooks(PositionRow row, ManagerBooks books) {
        row.setManagerLiquidity(bytes(books.liquidity()));
        row.setManagerFeeGrowthInside0LastX128(bytes(books.feeGrowthInside0LastX128()));
        row.setManagerFeeGrowthInside1LastX128(bytes(books.feeGrowthInside1LastX128()));
        row.setManagerTokensOwed0(bytes(books.tokensOwed0()));
        row.setManagerTokensOwed1(bytes(books.tokensOwed1()));
    }

    private static void setBasis(PositionRow row, CostBasis basis) {
        row.setHodl0X64(bytes(basis.hodl0X64()));
        row.setHodl1X64(bytes(basis.hodl1X64()));
        row.setRealisedIlX64(bytes(basis.realisedIlX64()));
    }

    private static void setFees(PositionRow row, FeeLedger fees) {
        row.setPrincipalOwed0(bytes(fees.principalOwed0()));
        row.setPrincipalOwed1(bytes(fees.principalOwed1()));
        row.setFeesCollected0(bytes(fees.feesCollected0()));
        row.setFeesCollected1(bytes(fees.feesCollected1()));
    }

    private static void setLosses(PositionRow row, PositionLosses losses) {
        row.setLossesCheckpoint(LossRows.row(losses.checkpoint()));
        row.setLossesSettled(LossRows.row(losses.settled()));
        row.setLossesWithdrawn(LossRows.row(losses.withdrawn()));
    }

    private static void setHeld(PositionRow row, HeldTime held) {
        row.setHeldSinceMs(held.sinceMs());
        row.setInsideAtMs(held.insideAtMs());
        row.setHeldBeforeMs(held.heldBeforeMs());
        row.setInsideBeforeMs(held.insideBeforeMs());
    }

    private static PositionState position(PositionRow row) {
        return new PositionState(
                identity(row),
                managerBooks(row),
                new CostBasis(number(row.getHodl0X64()), number(row.getHodl1X64()), number(row.getRealisedIlX64())),
                new FeeLedger(
                        number(row.getPrincipalOwed0()),
                        number(row.getPrincipalOwed1()),
                        number(row.getFeesCollected0()),
                        number(row.getFeesCollected1())),
                number(row.getEntryRootKX64()),
                number(row.getBarFees0X64()),
                number(row.getBarFees1X64()),
                new PositionLosses(
                        LossRows.losses(row.getLossesCheckpoint()),
                        LossRows.losses(row.getLossesSettled()),
                        LossRows.losses(row.getLossesWithdrawn())),
                FlowRows.flows(row.getFlows()),
                new HeldTime(row.getHeldSinceMs(), row.getInsideAtMs(), row.getHeldBeforeMs(), row.getInsideBeforeMs()),
                row.getHistoryIncomplete(),
                row.getLate(),
                row.getJoined());
    }

    private static PositionIdentity identity(PositionRow row) {
        return new PositionIdentity(
                row.getPositionKey(),
                PositionIdentity.Kind.valueOf(row.getKind()),
                row.getOwner(),
                row.getManager(),
                row.getTokenId(),
                row.getTickLower(),
                row.getTickUpper(),
                row.getSalt(),
                row.getCustodian());
    }

    private static ManagerBooks managerBooks(PositionRow row) {
        return new ManagerBooks(
                number(row.getManagerLiquidity()),
                number(row.getManagerFeeGrowthInside0LastX128()),
                number(row.getManagerFeeGrowthInside1LastX128()),
                number(row.getManagerTokensOwed0()),
                number(row.getManagerTokensOwed1()));
    }
}
