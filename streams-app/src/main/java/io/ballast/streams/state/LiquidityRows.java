/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static io.ballast.streams.state.RawIntegers.bytes;
import static io.ballast.streams.state.RawIntegers.number;

import io.ballast.risk.book.HeldLiquidity;
import io.ballast.risk.book.JitState;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.SlotKey;

/** Stored form of what is kept of a pool's liquidity over time. */
final class LiquidityRows {

    private LiquidityRows() {}

    static RowCodec<HeldLiquidity> held() {
        return RowCodec.of(
                LiquidityRow.getClassSchema(),
                (HeldLiquidity held) ->
                        new LiquidityRow(bytes(held.liquidity()), held.sinceMs(), bytes(held.first()), held.firstMs()),
                (LiquidityRow row) -> new HeldLiquidity(
                        number(row.getLiquidity()), row.getSinceMs(), number(row.getFirst()), row.getFirstMs()));
    }

    static RowCodec<JitState> jit() {
        return RowCodec.of(JitRow.getClassSchema(), LiquidityRows::row, LiquidityRows::state);
    }

    private static JitRow row(JitState state) {
        return new JitRow(
                state.timeMs(),
                bytes(state.swapFees().amount0()),
                bytes(state.swapFees().amount1()),
                state.open().stream().map(LiquidityRows::row).toList(),
                state.found(),
                bytes(state.fees().amount0()),
                bytes(state.fees().amount1()),
                bytes(state.ofFees().amount0()),
                bytes(state.ofFees().amount1()),
                state.lastMs());
    }

    private static JitDepositRow row(JitState.Deposit deposit) {
        return new JitDepositRow(
                deposit.slot().owner(),
                deposit.slot().tickLower(),
                deposit.slot().tickUpper(),
                bytes(deposit.liquidity()),
                bytes(deposit.growthInside().token0X128()),
                bytes(deposit.growthInside().token1X128()),
                bytes(deposit.swapFees().amount0()),
                bytes(deposit.swapFees().amount1()));
    }

    private static JitState state(JitRow row) {
        return new JitState(
                row.getTimeMs(),
                new TokenAmounts(number(row.getSwapFees0()), number(row.getSwapFees1())),
                row.getOpen().stream().map(LiquidityRows::deposit).toList(),
                row.getFound(),
                new TokenAmounts(number(row.getFees0()), number(row.getFees1())),
                new TokenAmounts(number(row.getOfFees0()), number(row.getOfFees1())),
                row.getLastMs());
    }

    private static JitState.Deposit deposit(JitDepositRow row) {
        return new JitState.Deposit(
                new SlotKey(row.getOwner(), row.getTickLower(), row.getTickUpper()),
                number(row.getLiquidity()),
                new FeeGrowth(number(row.getGrowthInside0X128()), number(row.getGrowthInside1X128())),
                new TokenAmounts(number(row.getSwapFees0()), number(row.getSwapFees1())));
    }
}
