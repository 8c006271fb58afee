/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import java.util.Arrays;

/** The last so many delays, and their percentiles. Thread-safe. */
final class Latencies {
    private static final int KEPT = 2048;

    private final long[] ring = new long[KEPT];
    private long count;

    /** @param millis  one delay; what clocks make negative counts as 0 */
    synchronized void add(long millis) {
        ring[(int) (count % KEPT)] = Math.max(0, millis);
        count++;
    }

    /**
     * The delay that so large a part of the last ones do not exceed, in ms.
     *
     * @param fraction  above 0, at most 1
     * @return -1 while there is none
     */
    synchronized long percentile(double fraction) {
        int size = (int) Math.min(count, KEPT);
        if (size == 0) {
            return -1;
        }
        long[] sorted = Arrays.copyOf(ring, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(fraction * size) - 1)];
    }
}
