/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import java.util.Arrays;

/** How long after their event time the last records were read, in milliseconds. Thread-safe. */
public final class Delays {
    private static final int KEPT = 1024;

    private final long[] delaysMs = new long[KEPT];
    private long count;

    synchronized void add(long delayMs) {
        delaysMs[(int) (count++ % KEPT)] = delayMs;
    }

    /**
     * @param part  such as 0.99
     * @return -1: none was read yet
     */
    public synchronized long percentile(double part) {
        int kept = (int) Math.min(count, KEPT);
        if (kept == 0) {
            return -1;
        }
        long[] sorted = Arrays.copyOf(delaysMs, kept);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(kept - 1L, (long) Math.ceil(part * kept) - 1)];
    }
}
