/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import java.util.Arrays;

/** How long after their event time the last so many records were read, in milliseconds. Thread-safe. */
public final class Delays {
    private final long[] ring;
    private long count;

    /** @param kept  delays, of which the percentiles are */
    public Delays(int kept) {
        this.ring = new long[kept];
    }

    /** @param delayMs  what clocks make negative counts as 0 */
    public synchronized void add(long delayMs) {
        ring[(int) (count++ % ring.length)] = Math.max(0, delayMs);
    }

    /**
     * The delay that so large a part of the last ones do not exceed.
     *
     * @param part  above 0, at most 1
     * @return -1: none was read yet
     */
    public synchronized long percentile(double part) {
        int kept = (int) Math.min(count, ring.length);
        if (kept == 0) {
            return -1;
        }
        long[] sorted = Arrays.copyOf(ring, kept);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(part * kept) - 1)];
    }
}
