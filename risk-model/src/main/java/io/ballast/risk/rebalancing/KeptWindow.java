/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.rolling.Windows;
import java.util.ArrayList;
import java.util.List;

/**
 * A window for whose starts old values are kept. The setting may get another window; what it would need of the time before
 * was not kept, and is not made up.
 *
 * @param lengthMs  length of the window
 * @param sinceMs  event time since when
 */
public record KeptWindow(long lengthMs, long sinceMs) {

    /** The list for a setting: windows that are new in it from a time on. The same object if nothing is new. */
    static List<KeptWindow> of(Windows windows, List<KeptWindow> before, long nowMs) {
        if (isFor(windows, before)) {
            return before;
        }
        List<KeptWindow> kept = new ArrayList<>(windows.all().size());
        windows.all().forEach(window -> kept.add(find(before, window.lengthMs(), nowMs)));
        return List.copyOf(kept);
    }

    /** Null: not kept. */
    static KeptWindow find(List<KeptWindow> kept, long lengthMs) {
        for (KeptWindow window : kept) {
            if (window.lengthMs == lengthMs) {
                return window;
            }
        }
        return null;
    }

    private static KeptWindow find(List<KeptWindow> kept, long lengthMs, long nowMs) {
        KeptWindow known = find(kept, lengthMs);
        return known == null ? new KeptWindow(lengthMs, nowMs) : known;
    }

    private static boolean isFor(Windows windows, List<KeptWindow> kept) {
        if (kept.size() != windows.all().size()) {
            return false;
        }
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).lengthMs != windows.all().get(i).lengthMs()) {
                return false;
            }
        }
        return true;
    }
}
