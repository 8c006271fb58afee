/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.producers.records.PoolClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Opens one block after the other. Mutable and single-threaded. */
public final class SimulatedChain {

    /** The usual id of chains for development. */
    public static final long CHAIN_ID = 31337;

    private final SimulatedHashes hashes;
    private final Map<String, PoolClock> clocks = new HashMap<>();
    private long blocks;

    public SimulatedChain(SimulatedHashes hashes) {
        this.hashes = hashes;
    }

    /** Opens the next block; the one before must be built by then. */
    public BlockBuilder openBlock(Instant time) {
        blocks++;
        BlockHeader header = new BlockHeader(blocks, hashes.block(blocks), time);
        return new BlockBuilder(header, hashes, poolId -> timestampMs(poolId, header));
    }

    private long timestampMs(String poolId, BlockHeader header) {
        return clocks.computeIfAbsent(poolId, id -> new PoolClock())
                .next(header.time().toEpochMilli());
    }
}
