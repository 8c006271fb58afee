/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.records;

/**
 * Gives one pool's records their Kafka timestamps: time of the block in ms plus the record's place among the pool's
 * records of that second, so that whoever merges the pool's topics by time meets the records in log order.
 *
 * <p>Time never goes back: what comes late, or is taken back, counts as one more record of the latest second. A second
 * has room for 1000; further ones share its last millisecond. Mutable, single-threaded.
 */
public final class PoolClock {

    private static final long SECOND_MS = 1000;

    private long lastMs = Long.MIN_VALUE;

    /**
     * The timestamp of the pool's next record.
     *
     * @param blockTimeMs  time of its block, in ms since the epoch, 0 or more
     */
    public long next(long blockTimeMs) {
        lastMs = blockTimeMs > lastMs ? blockTimeMs : Math.min(lastMs + 1, endOfSecond(lastMs));
        return lastMs;
    }

    private static long endOfSecond(long timeMs) {
        return Math.floorDiv(timeMs, SECOND_MS) * SECOND_MS + SECOND_MS - 1;
    }
}
