/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A value that logs change, as of each log: what is taken back is read as it was. Mutable, single-threaded. */
final class LoggedChanges<T> {

    private record Place(long block, int logIndex) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return block != other.block ? Long.compare(block, other.block) : Integer.compare(logIndex, other.logIndex);
        }
    }

    private final NavigableMap<Place, T> changes = new TreeMap<>();

    /**
     * Takes note of a change.
     *
     * @return takes it back
     */
    Runnable set(EvmLog log, T value) {
        Place place = place(log);
        changes.put(place, value);
        return () -> changes.remove(place);
    }

    /** As of just before a log; empty if nothing has changed it. */
    Optional<T> at(EvmLog log) {
        return Optional.ofNullable(changes.lowerEntry(place(log))).map(Map.Entry::getValue);
    }

    private static Place place(EvmLog log) {
        return new Place(log.blockNumber(), log.logIndex());
    }
}
