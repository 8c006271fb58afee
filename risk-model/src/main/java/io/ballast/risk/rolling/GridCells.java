/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.util.NavigableMap;
import java.util.TreeMap;

/** What is kept for the grid cells of one window, as long as the window can look back to them. Mutable and single-threaded. */
final class GridCells<C> {

    private final Window window;
    private final NavigableMap<Long, C> cells = new TreeMap<>();
    private long forgottenUpTo = Long.MIN_VALUE;

    GridCells(Window window) {
        this.window = window;
    }

    /** By number. */
    NavigableMap<Long, C> byNumber() {
        return cells;
    }

    /** The cell that a time lies in. */
    long numberOf(long timeMs) {
        return window.cellOf(timeMs);
    }

    /** The last cell before the window that ends at a time. */
    long lastBefore(long nowMs) {
        return window.cellOf(window.startAt(nowMs));
    }

    /** True of a cell that no window looks back to any more: nothing may be kept for it. */
    boolean isForgotten(long number) {
        return number <= forgottenUpTo;
    }

    void forgetUpTo(long number) {
        cells.headMap(number, true).clear();
        forgottenUpTo = number;
    }

    /** Cells inside the window that starts there. */
    NavigableMap<Long, C> inside(WindowStart start) {
        return start.complete() ? cells.tailMap(window.cellOf(start.timeMs()), false) : cells;
    }
}
