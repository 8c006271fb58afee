/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures over time of many keys within a budget of points: with few keys each has many, with many keys each has few. It is what
 * the topics told since this desk has read them: a compacted topic tells the newest only. Thread-safe.
 */
public final class History {
    private static final int LEAST_POINTS = 2;
    private static final long FIRST_STRETCH_MS = 1000;

    private final Map<String, Series> series = new HashMap<>();
    private final List<String> figures;
    private final int most;
    private final long budget;
    private long points;

    /**
     * @param figures  names of what a point has, in order
     * @param most  points of one key, at least 2
     * @param budget  points of all keys together; two of each key are kept even so
     */
    public History(List<String> figures, int most, long budget) {
        this.figures = List.copyOf(figures);
        this.most = most;
        this.budget = budget;
    }

    public List<String> figures() {
        return figures;
    }

    public synchronized void add(String key, long timeMs, double... point) {
        Series own = series.computeIfAbsent(key, absent -> new Series(figures.size(), FIRST_STRETCH_MS));
        points += own.add(timeMs, point, share());
    }

    private int share() {
        return (int) Math.max(LEAST_POINTS, Math.min(most, budget / Math.max(1, series.size())));
    }

    public synchronized void remove(String key) {
        Series own = series.remove(key);
        if (own != null) {
            points -= own.size();
        }
    }

    /** Oldest first; empty for a key that is not known. */
    public synchronized List<HistoryPoint> points(String key) {
        Series own = series.get(key);
        return own == null ? List.of() : own.points();
    }

    /** Points kept now, of all keys. */
    public synchronized long size() {
        return points;
    }
}
