/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.rolling.PastValues;
import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.WindowStart;
import io.ballast.risk.rolling.Windows;
import java.util.ArrayList;
import java.util.List;

/** Looks up where windows start, in what is kept of a pool's past. */
final class WindowStarts {

    private WindowStarts() {}

    /** Windows for which something can be said, in their order. */
    static List<StartedWindow> of(AccruedLosses now, PastValues<PoolPast> past, Windows windows, long nowMs) {
        if (now == null) {
            return List.of();
        }
        long end = Math.max(nowMs, now.sinceMs());
        List<StartedWindow> started = new ArrayList<>(windows.all().size());
        for (Window window : windows.all()) {
            WindowStart start = of(window, now, past, end);
            if (start != null) {
                started.add(new StartedWindow(window, start));
            }
        }
        return started;
    }

    /** Null: the setting has the window for too short a time. */
    private static WindowStart of(Window window, AccruedLosses now, PastValues<PoolPast> past, long endMs) {
        KeptWindow kept = KeptWindow.find(now.kept(), window.lengthMs());
        long first = now.first().timeMs();
        long start = window.startAt(endMs);
        if (kept == null || start < kept.sinceMs() && kept.sinceMs() != first) {
            return null;
        }
        return start < first
                ? new WindowStart(first, now.first().sqrtPriceX96(), false)
                : new WindowStart(
                        start,
                        past.at(ConcentratedLosses.POOL_KEY, start, now.past()).sqrtPriceX96(),
                        true);
    }
}
