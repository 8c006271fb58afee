/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.HumanUnits;
import io.ballast.risk.book.JitState;
import io.ballast.risk.book.LiquidityOver;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolFigures;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.schema.LiquidityWindow;
import io.ballast.schema.PoolRisk;
import java.time.Instant;

/** Writes how a pool's liquidity has changed, and who came only for a block. */
final class LiquidityRecords {

    private static final long MILLIS = 1000;

    private final PoolBook book;

    LiquidityRecords(PoolBook book) {
        this.book = book;
    }

    void write(PoolRisk risk, PoolFigures now, Instant at) {
        risk.setLiquidityWindows(book.liquidityOver(at.toEpochMilli()).stream()
                .map(then -> window(then, now))
                .toList());
        if (now.tick() != null) {
            writeJit(risk, now, book.justInTime());
        }
    }

    private static LiquidityWindow window(LiquidityOver then, PoolFigures now) {
        LiquidityWindow window = new LiquidityWindow();
        window.setWindowSeconds(then.lengthMs() / MILLIS);
        window.setSince(Instant.ofEpochMilli(then.sinceMs()));
        window.setComplete(then.complete());
        window.setLiquidityRaw(then.liquidity().toString());
        window.setChange(
                then.liquidity().signum() == 0
                        ? null
                        : (Double) (now.liquidity().doubleValue()
                                        / then.liquidity().doubleValue()
                                - 1));
        return window;
    }

    private void writeJit(PoolRisk risk, PoolFigures now, JitState jit) {
        risk.setJitCount(jit.found());
        risk.setJitLast(jit.lastMs() == 0 ? null : Instant.ofEpochMilli(jit.lastMs()));
        if (now.price() == null) {
            return;
        }
        double fees = worth(jit.fees(), now.price());
        double ofFees = worth(jit.ofFees(), now.price());
        risk.setJitFees(fees);
        risk.setJitShare(ofFees > 0 ? (Double) Math.min(1, fees / ofFees) : null);
    }

    /** In token1. */
    private double worth(TokenAmounts amounts, double price) {
        HumanUnits units = HumanUnits.of(book.terms());
        return units.amount0(amounts.amount0().doubleValue()) * price
                + units.amount1(amounts.amount1().doubleValue());
    }
}
