/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

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

    WindowFlows(Window window) {
        this.window = window;
    }

    /** One position's record becomes another of the same time. */
    void change(int tickLower, int tickUpper, FlowSum before, FlowSum after) {
        long number = window.cellOf(before.timeMs());
        if (number <= forgottenUpTo) {
            return;
        }
        FlowCell cell = cells.computeIfAbsent(number, none -> new FlowCell());
        cell.change(tickLower, tickUpper, before, after);
        lastSum = null;
        if (cell.isEmpty()) {
            cells.remove(number);
        }
    }

    /** Lets go of all cells that lie before the window which ends at a time. */
    void forgetBefore(long nowMs) {
        long upTo = window.cellOf(window.startAt(nowMs));
        if (upTo > forgottenUpTo) {
            cells.headMap(upTo, true).clear();
            forgottenUpTo = upTo;
            lastSum = null;
        }
    }

    /** What flows inside the window change in the loss that the liquidity of now would have had all along. */
    BigInteger lossX256(WindowStart start, BigInteger sqrtPriceX96) {
        if (lastSum == null || !lastStart.equals(start)) {
            lastSum = sum(start);
            lastStart = start;
        }
        return Scale.inToken1(lastSum.tokens0X256(), sqrtPriceX96).add(lastSum.fixedX256());
    }

    private CellLoss sum(WindowStart start) {
        Map<Long, FlowCell> inside = start.complete() ? cells.tailMap(window.cellOf(start.timeMs()), false) : cells;
        BigInteger tokens0 = BigInteger.ZERO;
        BigInteger fixed = BigInteger.ZERO;
        for (FlowCell cell : inside.values()) {
            CellLoss loss = cell.lossFrom(start.sqrtPriceX96());
            tokens0 = tokens0.add(loss.tokens0X256());
            fixed = fixed.add(loss.fixedX256());
        }
        return new CellLoss(start.sqrtPriceX96(), tokens0, fixed);
    }

    int cells() {
        return cells.size();
    }
}
