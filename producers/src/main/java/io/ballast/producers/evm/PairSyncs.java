/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the Sync logs of a block relate to their neighbours. A pair writes Sync and directly after it what the sync was for;
 * a Sync sets the reserves to what the pair holds, so that transfers of its tokens before it need not be told.
 */
final class PairSyncs {

    private final Map<Integer, PairEvent.Swap> swapOfSync = new HashMap<>();
    private final Set<Integer> placesOfMergedSwaps = new HashSet<>();
    private final Map<String, Integer> lastSyncOfPair = new HashMap<>();

    PairSyncs(List<ReadLog> block) {
        for (int i = 0; i < block.size(); i++) {
            ReadLog read = block.get(i);
            if (read.event() instanceof PairEvent.Sync) {
                lastSyncOfPair.put(read.log().address(), i);
                if (i + 1 < block.size()) {
                    merge(read, block.get(i + 1));
                }
            }
        }
    }

    private void merge(ReadLog sync, ReadLog next) {
        if (next.event() instanceof PairEvent.Swap swap
                && next.log().address().equals(sync.log().address())
                && next.log().transactionHash().equals(sync.log().transactionHash())) {
            swapOfSync.put(sync.place(), swap);
            placesOfMergedSwaps.add(next.place());
        }
    }

    /** The swap that a sync was for; empty if it was for something else. */
    Optional<PairEvent.Swap> swapOf(ReadLog sync) {
        return Optional.ofNullable(swapOfSync.get(sync.place()));
    }

    boolean isMerged(ReadLog swap) {
        return placesOfMergedSwaps.contains(swap.place());
    }

    /** True if a Sync of that pair follows in the block. */
    boolean follow(ReadLog read, String pair) {
        return lastSyncOfPair.getOrDefault(pair, -1) > read.place();
    }
}
