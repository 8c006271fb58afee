/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

/** Delays, counted by the millisecond: millions of them take no memory. Single-threaded. */
final class DelayHistogram {

    private static final int LONGEST_MS = 120_000;
    private static final double NANOS_PER_MS = 1e6;

    private final long[] byMs = new long[LONGEST_MS + 1];
    private long count;

    /** What is longer than two minutes counts as that. */
    void add(long nanos) {
        byMs[(int) Math.min(LONGEST_MS, Math.max(0, Math.ceil(nanos / NANOS_PER_MS)))]++;
        count++;
    }

    long count() {
        return count;
    }

    /** Milliseconds, rounded up, that so great a part of them does not exceed; not a number where there are none. */
    double percentileMs(double part) {
        if (count == 0) {
            return Double.NaN;
        }
        long wanted = Math.max(1, (long) Math.ceil(part * count));
        int ms = 0;
        for (long seen = byMs[0]; seen < wanted; seen += byMs[ms]) {
            ms++;
        }
        return ms;
    }
}
