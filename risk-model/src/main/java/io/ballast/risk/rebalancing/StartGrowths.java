/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rolling.PastKey;
import io.ballast.risk.rolling.Window;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Loss versus rebalancing in a concentrated pool as of the starts of all windows, for sums over groups. Knows which ticks changed
 * between two starts, so that moving one costs in proportion to those.
 *
 * <p>Derived from the losses' tables, never stored. Mutable and single-threaded.
 */
public final class StartGrowths {

    private static final Comparator<PastKey> BY_TIME =
            Comparator.comparingLong(PastKey::untilMs).thenComparingInt(PastKey::of);

    private final ConcentratedLosses losses;
    private final NavigableSet<PastKey> kept = new TreeSet<>(BY_TIME);
    /** Those that somebody asked for. */
    private final Map<Window, StartGrowth> byWindow = new HashMap<>();

    /** @param losses  still empty; whoever is told of what changes outside of ticks tells {@link #outsideChanged} */
    public StartGrowths(ConcentratedLosses losses) {
        this.losses = losses;
        losses.observePast(this::pastChanged);
    }

    /** What is outside of a tick has changed. */
    public void outsideChanged(int tick, LossMeasure before, LossMeasure now) {
        byWindow.values().forEach(growth -> growth.outsideChanged(tick, before, now));
    }

    private void pastChanged(PastKey key, LossMeasure before, LossMeasure now) {
        if (now == null) {
            kept.remove(key);
        } else {
            kept.add(key);
        }
        byWindow.values().forEach(growth -> growth.pastChanged(key, before, now));
    }

    /** As of where a window starts now. */
    StartGrowth at(StartedWindow started) {
        long startMs = started.start().timeMs();
        StartGrowth growth = byWindow.computeIfAbsent(started.window(), none -> new StartGrowth(losses, startMs));
        if (growth.startMs() != startMs) {
            growth.moveTo(startMs, changedBetween(growth.startMs(), startMs));
        }
        return growth;
    }

    private Set<Integer> changedBetween(long oneMs, long otherMs) {
        PastKey after = new PastKey(Integer.MAX_VALUE, Math.min(oneMs, otherMs));
        PastKey upTo = new PastKey(Integer.MAX_VALUE, Math.max(oneMs, otherMs));
        Set<Integer> ticks = new HashSet<>();
        kept.subSet(after, false, upTo, true).forEach(key -> ticks.add(key.of()));
        return ticks;
    }
}
