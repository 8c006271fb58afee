/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.util.List;

/**
 * Deposits and withdrawals of a group of a pool's holders over windows. All holders have the same range, so the sum of their
 * {@link FlowSum}s is the group's.
 *
 * <p>Derived, never stored: {@link #replace} no flows by those of all holders, closed ones included, to build it, an old value
 * by a new one on a change, and the new by the old to undo that.
 *
 * <p>Mutable and single-threaded.
 */
public final class ShareFlows {

    /** Sums by grid cell of one window. */
    private static final class Sums {
        private final GridCells<FlowSum> cells;
        private WindowStart lastStart;
        /** Null when a cell has changed since. */
        private FlowSum lastInside;

        Sums(Window window) {
            cells = new GridCells<>(window);
        }

        void change(FlowSum before, FlowSum after) {
            long number = cells.numberOf(before.timeMs());
            if (cells.isForgotten(number)) {
                return;
            }
            FlowSum cell = cells.byNumber().getOrDefault(number, FlowSum.none(before.timeMs()));
            FlowSum changed = cell.plus(after).minus(before);
            if (changed.isNothing()) {
                cells.byNumber().remove(number);
            } else {
                cells.byNumber().put(number, changed);
            }
            lastInside = null;
        }

        void forgetBefore(long nowMs) {
            long upTo = cells.lastBefore(nowMs);
            if (!cells.isForgotten(upTo)) {
                cells.forgetUpTo(upTo);
                lastInside = null;
            }
        }

        FlowSum inside(WindowStart start) {
            if (lastInside == null || !start.equals(lastStart)) {
                lastInside = cells.inside(start).values().stream().reduce(FlowSum.none(start.timeMs()), FlowSum::plus);
                lastStart = start;
            }
            return lastInside;
        }
    }

    private final Windows windows;
    private final List<Sums> byWindow;

    public ShareFlows(Windows windows) {
        this.windows = windows;
        byWindow = windows.all().stream().map(Sums::new).toList();
    }

    /**
     * A holder's flows become others.
     *
     * @param before  as they were added
     */
    public void replace(PositionFlows before, PositionFlows after) {
        FlowDifference.of(before, after).forEach((old, changed) -> byWindow.forEach(sums -> sums.change(old, changed)));
    }

    /** See {@link RollingGroup#forgetBefore}. */
    public void forgetBefore(long nowMs) {
        byWindow.forEach(sums -> sums.forgetBefore(nowMs));
    }

    /** Sum of what lies inside a window. */
    public FlowSum inside(Window window, WindowStart start) {
        return byWindow.get(windows.indexOf(window)).inside(start);
    }
}
