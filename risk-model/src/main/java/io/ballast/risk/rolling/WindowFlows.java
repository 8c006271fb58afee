/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.aggregate.LiquidityProfile;
import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A group's flows by grid cell of one window. Mutable and single-threaded. */
final class WindowFlows {

    private final Window window;
    private final NavigableMap<Long, FlowCell> cells = new TreeMap<>();
    private long forgottenUpTo = Long.MIN_VALUE;
    private WindowStart lastStart;
    /** Null when a cell has changed since. */
    private CellLoss lastSum;

    private Grown lastNet;
    /** Null while nobody asks for it. */
    private StartLiquidity atStart;

    WindowFlows(Window window) {
        this.window = window;
    }

    /**
     * Liquidity at the window's start, kept from now on.
     *
     * @param now  the group's liquidity now
     * @param fractionBits  of the liquidity there
     */
    StartLiquidity atStart(LiquidityProfile now, int fractionBits, long startMs) {
        atStart = new StartLiquidity(window, cells, now, fractionBits, startMs);
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
        long number = window.cellOf(change.timeMs());
        if (number <= forgottenUpTo) {
            return;
        }
        FlowCell cell = cells.computeIfAbsent(number, none -> new FlowCell());
        cell.change(change);
        lastSum = null;
        if (cell.isEmpty()) {
            cells.remove(number);
        }
        if (atStart != null) {
            atStart.flowChanged(number, change);
        }
    }

    /** Lets go of all cells that lie before the window which ends at a time. */
    void forgetBefore(long nowMs) {
        long upTo = window.cellOf(window.startAt(nowMs));
        if (upTo > forgottenUpTo) {
            if (atStart != null) {
                atStart.leaveBehind(upTo);
            }
            cells.headMap(upTo, true).clear();
            forgottenUpTo = upTo;
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
        Map<Long, FlowCell> inside = start.complete() ? cells.tailMap(window.cellOf(start.timeMs()), false) : cells;
        BigInteger tokens0 = BigInteger.ZERO;
        BigInteger fixed = BigInteger.ZERO;
        Grown net = Grown.NONE;
        for (FlowCell cell : inside.values()) {
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
        return cells.size();
    }
}
