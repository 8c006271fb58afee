/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.aggregate.LiquidityProfile;
import java.math.BigInteger;

/** A group's flows by grid cell of one window. Mutable and single-threaded. */
final class WindowFlows {

    private final Window window;
    private final GridCells<FlowCell> cells;
    private WindowStart lastStart;
    /** Null when a cell has changed since. */
    private CellLoss lastSum;

    private Grown lastNet;
    /** Null while nobody asks for it. */
    private StartLiquidity atStart;

    WindowFlows(Window window) {
        this.window = window;
        cells = new GridCells<>(window);
    }

    /**
     * Liquidity at the window's start, kept from now on.
     *
     * @param now  the group's liquidity now
     */
    StartLiquidity atStart(LiquidityProfile now, long startMs) {
        atStart = new StartLiquidity(window, cells.byNumber(), now, startMs);
        return atStart;
    }

    /** The group's liquidity of now has changed. */
    void liquidityChanged(int tickLower, int tickUpper, BigInteger change) {
        if (atStart != null) {
            atStart.liquidityChanged(tickLower, tickUpper, change);
        }
    }

    /** One position's record becomes another of the same time. */
    void change(FlowChange change) {
        long number = cells.numberOf(change.timeMs());
        if (cells.isForgotten(number)) {
            return;
        }
        FlowCell cell = cells.byNumber().computeIfAbsent(number, none -> new FlowCell());
        cell.change(change);
        lastSum = null;
        if (cell.isEmpty()) {
            cells.byNumber().remove(number);
        }
        if (atStart != null) {
            atStart.flowChanged(number, change);
        }
    }

    /** Lets go of all cells that lie before the window which ends at a time. */
    void forgetBefore(long nowMs) {
        long upTo = cells.lastBefore(nowMs);
        if (!cells.isForgotten(upTo)) {
            if (atStart != null) {
                atStart.leaveBehind(upTo);
            }
            cells.forgetUpTo(upTo);
            lastSum = null;
        }
    }

    /** What flows inside the window change in the loss that the liquidity of now would have had all along. */
    BigInteger lossX256(WindowStart start, BigInteger sqrtPriceX96) {
        sumUp(start);
        return Scale.inToken1(lastSum.tokens0X256(), sqrtPriceX96).add(lastSum.fixedX256());
    }

    /** What came in less what went out inside the window, with the losses that its range had grown to. */
    Grown netInside(WindowStart start) {
        sumUp(start);
        return lastNet;
    }

    private void sumUp(WindowStart start) {
        if (lastSum != null && lastStart.equals(start)) {
            return;
        }
        BigInteger tokens0 = BigInteger.ZERO;
        BigInteger fixed = BigInteger.ZERO;
        Grown net = Grown.NONE;
        for (FlowCell cell : cells.inside(start).values()) {
            CellLoss loss = cell.lossFrom(start.sqrtPriceX96());
            tokens0 = tokens0.add(loss.tokens0X256());
            fixed = fixed.add(loss.fixedX256());
            net = net.plus(cell.net());
        }
        lastSum = new CellLoss(start.sqrtPriceX96(), tokens0, fixed);
        lastNet = net;
        lastStart = start;
    }

    int cells() {
        return cells.byNumber().size();
    }
}
