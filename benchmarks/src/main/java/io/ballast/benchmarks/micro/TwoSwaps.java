/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.micro;

import io.ballast.benchmarks.workload.MeasuredPool;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.List;

/**
 * A pool with a book in it, and two swaps that lead from one price to another and back for ever, so that replaying them is
 * the same work each time. Mutable and single-threaded.
 */
final class TwoSwaps {

    private static final String EVERYBODY = "0x00000000000000000000000000000000000000ff";
    private static final BigInteger PLENTY = BigInteger.ONE.shiftLeft(120);
    private static final BigInteger HALF_A_TICK_PARTS = BigInteger.valueOf(40_000);

    private final Journal journal = new Journal();
    private final ConcentratedPool pool =
            new ConcentratedPool(MeasuredPool.FEE_PIPS, MeasuredPool.TICK_SPACING, journal);
    private final List<SwapResult> swaps;
    private int next;

    /** @param crossing  true: over a tick at which positions begin or end; false: between two such ticks */
    TwoSwaps(PositionPlan plan, boolean crossing) {
        BigInteger middle = MeasuredPool.FIRST_SQRT_PRICE_X96;
        BigInteger away = middle.divide(HALF_A_TICK_PARTS);
        BigInteger low = crossing ? middle.subtract(away) : middle.add(away);
        pool.initialize(low, TickMath.tickAtSqrtPriceX96(low));
        plan.positions().forEach(this::mint);
        // Positions of the plan may leave the tick in the middle alone.
        mint(new PlannedPosition(
                EVERYBODY, MeasuredPool.FIRST_TICK, MeasuredPool.FIRST_TICK + 1000, BigInteger.TEN.pow(15)));
        SwapResult up = pool.swap(false, PLENTY, low.add(away.shiftLeft(1)));
        SwapResult down = pool.swap(true, PLENTY, low);
        swaps = List.of(up, down);
        journal.cut();
    }

    private void mint(PlannedPosition position) {
        pool.mint(new SlotKey(EVERYBODY, position.tickLower(), position.tickUpper()), position.liquidity());
        journal.cut();
    }

    /** Whether the liquidity in range is another at the other end. */
    boolean crosses() {
        return !swaps.get(0).liquidity().equals(swaps.get(1).liquidity());
    }

    /** Replays the next swap; false if it did not come out to the unit. */
    boolean replay() {
        boolean exact = pool.replaySwap(swaps.get(next));
        next = 1 - next;
        journal.cut();
        return exact;
    }
}
