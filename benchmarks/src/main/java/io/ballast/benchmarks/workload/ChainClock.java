/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import java.time.Instant;

/**
 * Where and when each record of the measured pool stands on its chain: creation, then the deposits, then the ticks.
 *
 * @param positions  deposits before the first tick
 * @param ticksPerBlock  swaps in one block
 */
record ChainClock(int positions, int ticksPerBlock, int blockMs) {

    private static final Instant GENESIS = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DEPOSITS_PER_BLOCK = 100;
    private static final long FIRST_DEPOSITS = 1;

    /** A place in a block. */
    record Place(long block, int logIndex) {

        String blockHash() {
            return String.format("0x%064x", block);
        }
    }

    static Place creation(int logIndex) {
        return new Place(0, logIndex);
    }

    static Place deposit(int index) {
        return new Place(FIRST_DEPOSITS + index / DEPOSITS_PER_BLOCK, index % DEPOSITS_PER_BLOCK);
    }

    Place tick(int index) {
        return new Place(firstTickBlock() + index / ticksPerBlock, index % ticksPerBlock);
    }

    /** The number of the last tick at or before a place; -1 before the first. */
    int lastTickAt(long block, int logIndex) {
        long blocks = block - firstTickBlock();
        return blocks < 0 ? -1 : Math.toIntExact(blocks * ticksPerBlock + Math.min(logIndex, ticksPerBlock - 1));
    }

    Instant time(Place place) {
        return GENESIS.plusMillis(place.block() * blockMs);
    }

    /** Of the block, plus the place in it: so the topics of a pool are merged in order. */
    long recordTimestampMs(Place place) {
        return time(place).toEpochMilli() + Math.min(place.logIndex(), blockMs - 1);
    }

    private long firstTickBlock() {
        return deposit(positions - 1).block() + 1;
    }
}
