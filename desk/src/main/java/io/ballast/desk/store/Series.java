/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Figures over time, thinned as they grow: at most one point, the last, for each stretch of time, and where there are too many
 * points the stretches double. Not thread-safe.
 */
final class Series {
    private static final int FIRST_POINTS = 2;

    private final int figures;
    private long[] timesMs = new long[FIRST_POINTS];
    private double[] values;
    private long stretchMs;
    private int points;

    /**
     * @param figures  of each point
     * @param stretchMs  the first stretch
     */
    Series(int figures, long stretchMs) {
        this.figures = figures;
        this.stretchMs = stretchMs;
        this.values = new double[FIRST_POINTS * figures];
    }

    /**
     * @param most  points to keep, at least 2
     * @return by how much the number of points has changed
     */
    int add(long timeMs, double[] point, int most) {
        int before = points;
        if (points > 0 && timeMs < timesMs[points - 1]) {
            forgetFrom(timeMs);
        }
        if (points == 0 || stretch(timeMs) != stretch(timesMs[points - 1])) {
            append();
        }
        put(points - 1, timeMs, point);
        while (points > most) {
            thin();
        }
        return points - before;
    }

    /** What a reorganisation or a replay tells anew stands instead of what was told. */
    private void forgetFrom(long timeMs) {
        while (points > 0 && timesMs[points - 1] >= timeMs) {
            points--;
        }
    }

    private void append() {
        if (points == timesMs.length) {
            timesMs = Arrays.copyOf(timesMs, points * 2);
            values = Arrays.copyOf(values, points * 2 * figures);
        }
        points++;
    }

    private void put(int index, long timeMs, double[] point) {
        timesMs[index] = timeMs;
        System.arraycopy(point, 0, values, index * figures, figures);
    }

    private void thin() {
        stretchMs *= 2;
        int kept = 0;
        for (int index = 0; index < points; index++) {
            if (kept > 0 && stretch(timesMs[kept - 1]) == stretch(timesMs[index])) {
                kept--;
            }
            timesMs[kept] = timesMs[index];
            System.arraycopy(values, index * figures, values, kept * figures, figures);
            kept++;
        }
        points = kept;
    }

    private long stretch(long timeMs) {
        return Math.floorDiv(timeMs, stretchMs);
    }

    int size() {
        return points;
    }

    List<HistoryPoint> points() {
        List<HistoryPoint> list = new ArrayList<>(points);
        for (int index = 0; index < points; index++) {
            list.add(new HistoryPoint(
                    timesMs[index], Arrays.copyOfRange(values, index * figures, (index + 1) * figures)));
        }
        return list;
    }
}
