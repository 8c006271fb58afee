/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a Slipstream pool's swaps cost, log by log. Its creation says none: the fee is that of its tick spacing unless a fee
 * module sets another. Mutable, single-threaded.
 */
final class SlipstreamFees {

    /** {@code CustomSwapFeeModule.ZERO_FEE_INDICATOR}: 0 stands for the usual fee. */
    private static final int NO_FEE = 420;

    private record Place(long block, int logIndex) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return block != other.block ? Long.compare(block, other.block) : Integer.compare(logIndex, other.logIndex);
        }
    }

    private final NavigableMap<Place, Optional<Integer>> changes = new TreeMap<>();

    /**
     * Takes note of a change.
     *
     * @return takes it back
     */
    Runnable set(EvmLog log, int loggedFee) {
        Optional<Integer> fee = loggedFee == 0 ? Optional.empty() : Optional.of(loggedFee == NO_FEE ? 0 : loggedFee);
        Place place = new Place(log.blockNumber(), log.logIndex());
        changes.put(place, fee);
        return () -> changes.remove(place);
    }

    /** The fee at a log in millionths, where it is not the definition's. */
    Optional<Integer> at(EvmLog log) {
        Map.Entry<Place, Optional<Integer>> last = changes.lowerEntry(new Place(log.blockNumber(), log.logIndex()));
        return last == null ? Optional.empty() : last.getValue();
    }
}
