/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static io.ballast.streams.state.RawIntegers.bytes;
import static io.ballast.streams.state.RawIntegers.number;

import io.ballast.risk.pool.concentrated.ConcentratedState;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.pool.concentrated.TickState;

/** Stored form of the tables of a concentrated pool. */
final class ConcentratedRows {

    private ConcentratedRows() {}

    static RowCodec<ConcentratedState> states() {
        return RowCodec.of(ConcentratedStateRow.getClassSchema(), ConcentratedRows::row, ConcentratedRows::state);
    }

    static RowCodec<TickState> ticks() {
        return RowCodec.of(TickRow.getClassSchema(), ConcentratedRows::row, ConcentratedRows::tick);
    }

    static RowCodec<SlotState> slots() {
        return RowCodec.of(SlotRow.getClassSchema(), ConcentratedRows::row, ConcentratedRows::slot);
    }

    private static ConcentratedStateRow row(ConcentratedState state) {
        return new ConcentratedStateRow(
                state.hasPrice() ? bytes(state.sqrtPriceX96()) : null,
                state.tick(),
                bytes(state.liquidity()),
                bytes(state.feeGrowthGlobal0X128()),
                bytes(state.feeGrowthGlobal1X128()),
                state.feeProtocol0(),
                state.feeProtocol1(),
                bytes(state.protocolFees0()),
                bytes(state.protocolFees1()),
                state.followedFromStart(),
                state.feesExact(),
                state.swapsNotReplayed(),
                state.joined(),
                state.loggedFeePips());
    }

    private static ConcentratedState state(ConcentratedStateRow row) {
        return new ConcentratedState(
                row.getSqrtPriceX96() == null ? null : number(row.getSqrtPriceX96()),
                row.getTick(),
                number(row.getLiquidity()),
                number(row.getFeeGrowthGlobal0X128()),
                number(row.getFeeGrowthGlobal1X128()),
                row.getFeeProtocol0(),
                row.getFeeProtocol1(),
                number(row.getProtocolFees0()),
                number(row.getProtocolFees1()),
                row.getFollowedFromStart(),
                row.getFeesExact(),
                row.getSwapsNotReplayed(),
                row.getJoined(),
                row.getLoggedFeePips());
    }

    private static TickRow row(TickState tick) {
        return new TickRow(
                bytes(tick.liquidityGross()),
                bytes(tick.liquidityNet()),
                bytes(tick.feeGrowthOutside0X128()),
                bytes(tick.feeGrowthOutside1X128()));
    }

    private static TickState tick(TickRow row) {
        return new TickState(
                number(row.getLiquidityGross()),
                number(row.getLiquidityNet()),
                number(row.getFeeGrowthOutside0X128()),
                number(row.getFeeGrowthOutside1X128()));
    }

    private static SlotRow row(SlotState slot) {
        return new SlotRow(
                bytes(slot.liquidity()),
                bytes(slot.feeGrowthInside0LastX128()),
                bytes(slot.feeGrowthInside1LastX128()),
                bytes(slot.tokensOwed0()),
                bytes(slot.tokensOwed1()));
    }

    private static SlotState slot(SlotRow row) {
        return new SlotState(
                number(row.getLiquidity()),
                number(row.getFeeGrowthInside0LastX128()),
                number(row.getFeeGrowthInside1LastX128()),
                number(row.getTokensOwed0()),
                number(row.getTokensOwed1()));
    }
}
