/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The windows that losses are reported over, shortest first.
 *
 * @param all  at least one, strictly growing in length, no two of the same name
 */
public record Windows(List<Window> all) {

    /** Five minutes, an hour, a day and a week. */
    public static final Windows DEFAULT = new Windows(List.of(
            new Window("5m", Duration.ofMinutes(5).toMillis()),
            new Window("1h", Duration.ofHours(1).toMillis()),
            new Window("24h", Duration.ofHours(24).toMillis()),
            new Window("7d", Duration.ofDays(7).toMillis())));

    public Windows {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no windows: at least one is needed");
        }
        Set<String> names = new HashSet<>();
        long shorter = 0;
        for (Window window : all) {
            if (window.lengthMs() <= shorter) {
                throw new IllegalArgumentException("window " + window.name() + " of " + window.lengthMs()
                        + " ms follows one of " + shorter + " ms: windows must grow");
            }
            if (!names.add(window.name())) {
                throw new IllegalArgumentException("two windows are named " + window.name());
            }
            shorter = window.lengthMs();
        }
    }

    public Window longest() {
        return all.get(all.size() - 1);
    }

    /** Place of a window in the list. */
    int indexOf(Window window) {
        int place = all.indexOf(window);
        if (place < 0) {
            throw new IllegalArgumentException("no flows or prices are kept for " + window + ", only for " + all);
        }
        return place;
    }

    /** The first time, from one on, at which some window can start. */
    long nextStart(long fromMs) {
        long next = Long.MAX_VALUE;
        for (Window window : all) {
            next = Math.min(next, window.cellOf(fromMs) * window.stepMs());
        }
        return next;
    }

    /** True if some window that ends now or later can have the one time before its start and the other after it. */
    boolean canPart(long earlierMs, long laterMs, long nowMs) {
        for (Window window : all) {
            if (laterMs > window.startAt(nowMs) && window.cellOf(earlierMs) != window.cellOf(laterMs)) {
                return true;
            }
        }
        return false;
    }
}
