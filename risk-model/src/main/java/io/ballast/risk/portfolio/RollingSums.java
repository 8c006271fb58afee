/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up losses over windows. A window that one of the open parts does not tell of is not known. Parts that have closed add what
 * they lost inside a window. Mutable and single-threaded.
 */
final class RollingSums {

    private static final class Window {
        private final KnownSum il = new KnownSum();
        private final KnownSum lvr = new KnownSum();
        private boolean isComplete = true;
        private int openParts;
    }

    private final SortedMap<Long, Window> windows = new TreeMap<>();
    private int openParts;
    private boolean isPriced = true;

    /** @param price  of token1 in the numeraire; null: not known */
    void add(PartFigures part, Double price) {
        int open = part.isOpen() ? 1 : 0;
        openParts += open;
        isPriced &= price != null || part.rollingLosses().isEmpty();
        for (Map.Entry<Long, RollingLoss> told : part.rollingLosses().entrySet()) {
            Window window = windows.computeIfAbsent(told.getKey(), seconds -> new Window());
            RollingLoss loss = told.getValue();
            window.il.add(loss.il(), price == null ? 0 : price);
            window.lvr.add(loss.lvr(), price == null ? 0 : price);
            window.isComplete &= loss.isComplete();
            window.openParts += open;
        }
    }

    SortedMap<Long, RollingLoss> figures() {
        SortedMap<Long, RollingLoss> figures = new TreeMap<>();
        windows.forEach((seconds, window) -> {
            boolean isKnown = isPriced && window.openParts == openParts;
            figures.put(
                    seconds,
                    new RollingLoss(
                            isKnown ? window.il.figure() : null,
                            isKnown ? window.lvr.figure() : null,
                            window.isComplete));
        });
        return figures;
    }
}
