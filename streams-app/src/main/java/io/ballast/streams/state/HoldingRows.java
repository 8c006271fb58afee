/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static io.ballast.streams.state.RawIntegers.bytes;
import static io.ballast.streams.state.RawIntegers.number;

import io.ballast.risk.rebalancing.HeldUnit;
import io.ballast.risk.rolling.UnitHolding;

/** Stored form of what a unit of depth of a pool of shares holds and held. */
final class HoldingRows {

    private HoldingRows() {}

    static RowCodec<HeldUnit> held() {
        return RowCodec.of(
                HeldUnitRow.getClassSchema(),
                (HeldUnit unit) -> new HeldUnitRow(row(unit.holding()), unit.sinceMs()),
                (HeldUnitRow row) -> new HeldUnit(holding(row.getHolding()), row.getSinceMs()));
    }

    static RowCodec<UnitHolding> past() {
        return RowCodec.of(UnitHoldingRow.getClassSchema(), HoldingRows::row, HoldingRows::holding);
    }

    private static UnitHoldingRow row(UnitHolding holding) {
        return new UnitHoldingRow(bytes(holding.amount0X192()), bytes(holding.amount1X192()));
    }

    private static UnitHolding holding(UnitHoldingRow row) {
        return new UnitHolding(number(row.getAmount0X192()), number(row.getAmount1X192()));
    }
}
