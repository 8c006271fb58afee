/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What sets one position's flows apart from others: records of the same time in pairs, unequal ones only. */
final class FlowDifference {

    private final List<FlowSum> before = new ArrayList<>();
    private final List<FlowSum> after = new ArrayList<>();

    private FlowDifference() {}

    static FlowDifference of(PositionFlows before, PositionFlows after) {
        FlowDifference difference = new FlowDifference();
        List<FlowSum> old = before.records();
        List<FlowSum> changed = after.records();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < changed.size()) {
            if (j == changed.size()
                    || i < old.size() && old.get(i).timeMs() < changed.get(j).timeMs()) {
                FlowSum gone = old.get(i++);
                difference.pair(gone, FlowSum.none(gone.timeMs()));
            } else if (i == old.size() || changed.get(j).timeMs() < old.get(i).timeMs()) {
                FlowSum come = changed.get(j++);
                difference.pair(FlowSum.none(come.timeMs()), come);
            } else {
                difference.pair(old.get(i++), changed.get(j++));
            }
        }
        return difference;
    }

    /** Old and new record of each time; either may hold nothing. */
    void forEach(BiConsumer<FlowSum, FlowSum> pair) {
        for (int i = 0; i < before.size(); i++) {
            pair.accept(before.get(i), after.get(i));
        }
    }

    private void pair(FlowSum old, FlowSum changed) {
        if (!old.equals(changed)) {
            before.add(old);
            after.add(changed);
        }
    }
}
