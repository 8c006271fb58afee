/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static io.ballast.streams.state.RawIntegers.bytes;
import static io.ballast.streams.state.RawIntegers.number;

import io.ballast.risk.book.CostBasis;
import io.ballast.risk.book.LpMovement;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import java.math.BigInteger;

/** Stored form of the tables of a constant product pair. */
final class ConstantProductRows {

    private ConstantProductRows() {}

    static RowCodec<ConstantProductState> states() {
        return RowCodec.of(
                ConstantProductStateRow.getClassSchema(), ConstantProductRows::row, ConstantProductRows::state);
    }

    static RowCodec<BigInteger> holders() {
        return RowCodec.of(
                HolderRow.getClassSchema(),
                (BigInteger lpTokens) -> new HolderRow(bytes(lpTokens)),
                (HolderRow row) -> number(row.getLpTokens()));
    }

    static RowCodec<LpMovement> movements() {
        return RowCodec.of(LpMovementRow.getClassSchema(), ConstantProductRows::row, ConstantProductRows::movement);
    }

    private static ConstantProductStateRow row(ConstantProductState state) {
        return new ConstantProductStateRow(
                bytes(state.reserve0()),
                bytes(state.reserve1()),
                bytes(state.balance0()),
                bytes(state.balance1()),
                bytes(state.totalSupply()),
                bytes(state.kLast()),
                state.protocolFeeOn(),
                state.followedFromStart());
    }

    private static ConstantProductState state(ConstantProductStateRow row) {
        return new ConstantProductState(
                number(row.getReserve0()),
                number(row.getReserve1()),
                number(row.getBalance0()),
                number(row.getBalance1()),
                number(row.getTotalSupply()),
                number(row.getKLast()),
                row.getProtocolFeeOn(),
                row.getFollowedFromStart());
    }

    private static LpMovementRow row(LpMovement movement) {
        return new LpMovementRow(
                movement.holder(),
                bytes(movement.lpTokens()),
                bytes(movement.basis().hodl0X64()),
                bytes(movement.basis().hodl1X64()),
                bytes(movement.basis().realisedIlX64()),
                bytes(movement.entryRootKX64()),
                LossRows.row(movement.losses()));
    }

    private static LpMovement movement(LpMovementRow row) {
        return new LpMovement(
                row.getHolder(),
                number(row.getLpTokens()),
                new CostBasis(number(row.getHodl0X64()), number(row.getHodl1X64()), number(row.getRealisedIlX64())),
                number(row.getEntryRootKX64()),
                LossRows.losses(row.getLosses()));
    }
}
