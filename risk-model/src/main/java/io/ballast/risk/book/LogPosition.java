/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.util.Comparator;

/**
 * Where a record stands in its pool's history. Order is by block, then log; identity takes the block's hash in too, since
 * after a reorganisation another log may stand in the same place.
 *
 * @param blockNumber  block, or minutes since the epoch for bars
 * @param blockHash  hash of the block; null where the source has none
 * @param logIndex  place in the block; {@link #END_OF_BLOCK} is after every log
 */
public record LogPosition(long blockNumber, String blockHash, int logIndex) implements Comparable<LogPosition> {

    /** Log index of a request that speaks of a block's end. */
    public static final int END_OF_BLOCK = Integer.MAX_VALUE;

    private static final Comparator<LogPosition> BLOCK_THEN_LOG =
            Comparator.comparingLong(LogPosition::blockNumber).thenComparingInt(LogPosition::logIndex);

    public LogPosition {
        if (blockNumber < 0 || logIndex < 0) {
            throw new IllegalArgumentException(
                    "block number " + blockNumber + " and log index " + logIndex + " must not be negative");
        }
    }

    /** By block and log only: inconsistent with {@code equals} for logs of rival blocks. */
    @Override
    public int compareTo(LogPosition other) {
        return BLOCK_THEN_LOG.compare(this, other);
    }

    @Override
    public String toString() {
        return "block " + blockNumber + (logIndex == END_OF_BLOCK ? " end" : " log " + logIndex);
    }
}
