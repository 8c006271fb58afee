/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static io.ballast.streams.state.RawIntegers.bytes;
import static io.ballast.streams.state.RawIntegers.number;

import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rebalancing.AccruedLosses;
import io.ballast.risk.rebalancing.KeptWindow;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.OutsideLosses;
import io.ballast.risk.rebalancing.PoolPast;
import io.ballast.risk.rolling.PricePoint;

/** Stored form of what pools of all kinds keep of losses. */
final class LossRows {

    private LossRows() {}

    static RowCodec<AccruedLosses> accrued() {
        return RowCodec.of(AccruedLossesRow.getClassSchema(), LossRows::row, LossRows::accrued);
    }

    static RowCodec<OutsideLosses> ticks() {
        return RowCodec.of(
                OutsideLossesRow.getClassSchema(),
                (OutsideLosses tick) -> new OutsideLossesRow(row(tick.outside()), tick.sinceMs(), tick.timeMs()),
                (OutsideLossesRow row) ->
                        new OutsideLosses(losses(row.getOutside()), row.getTimeMs(), row.getSinceMs()));
    }

    static RowCodec<PoolPast> poolPast() {
        return RowCodec.of(
                PoolPastRow.getClassSchema(),
                (PoolPast past) -> new PoolPastRow(bytes(past.sqrtPriceX96()), past.tick(), row(past.lvr())),
                (PoolPastRow row) -> new PoolPast(number(row.getSqrtPriceX96()), row.getTick(), measure(row.getLvr())));
    }

    static RowCodec<LossMeasure> tickPast() {
        return RowCodec.of(LossMeasureRow.getClassSchema(), LossRows::row, LossRows::measure);
    }

    static LossesRow row(Losses losses) {
        return new LossesRow(row(losses.lvr()), row(losses.markout()));
    }

    static Losses losses(LossesRow row) {
        return new Losses(measure(row.getLvr()), measure(row.getMarkout()));
    }

    static LossMeasureRow row(LossMeasure measure) {
        return new LossMeasureRow(bytes(measure.token1X160()), bytes(measure.usdX256()), bytes(measure.unpricedX96()));
    }

    static LossMeasure measure(LossMeasureRow row) {
        return new LossMeasure(number(row.getToken1X160()), number(row.getUsdX256()), number(row.getUnpricedX96()));
    }

    private static AccruedLossesRow row(AccruedLosses accrued) {
        return new AccruedLossesRow(
                bytes(accrued.sqrtPriceX96()),
                accrued.tick(),
                row(accrued.grown()),
                accrued.sinceMs(),
                accrued.first().timeMs(),
                bytes(accrued.first().sqrtPriceX96()),
                accrued.kept().stream()
                        .map(window -> new KeptWindowRow(window.lengthMs(), window.sinceMs()))
                        .toList(),
                accrued.tidied());
    }

    private static AccruedLosses accrued(AccruedLossesRow row) {
        return new AccruedLosses(
                number(row.getSqrtPriceX96()),
                row.getTick(),
                losses(row.getGrown()),
                row.getSinceMs(),
                new PricePoint(row.getFirstMs(), number(row.getFirstSqrtPriceX96())),
                row.getKept().stream()
                        .map(window -> new KeptWindow(window.getLengthMs(), window.getSinceMs()))
                        .toList(),
                row.getTidied());
    }
}
