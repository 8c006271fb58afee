/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.PendingStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records that cannot be used yet: of pools whose definition has not come, or of rival blocks. Their bytes are in the store;
 * in memory is which there are. Mutable and single-threaded.
 */
final class WaitingRecords {

    /**
     * One that waits.
     *
     * @param number  under which it is stored
     * @param timestampMs  its event time
     * @param sinceMs  wall-clock time when it began to wait, or when we took over
     */
    record Waiting(String poolId, long number, long timestampMs, long sinceMs) {}

    private final PendingStore store;
    private final Map<String, TreeMap<Long, Waiting>> byPool = new HashMap<>();
    private int count;

    WaitingRecords(PendingStore store, long nowMs) {
        this.store = store;
        store.each((poolId, number, record) -> index(new Waiting(poolId, number, record.timestampMs(), nowMs)));
    }

    /** How many wait. */
    int count() {
        return count;
    }

    /** Those of a pool, in the order in which they came. */
    List<Waiting> of(String poolId) {
        return List.copyOf(byPool.getOrDefault(poolId, new TreeMap<>()).values());
    }

    int count(String poolId) {
        return byPool.getOrDefault(poolId, new TreeMap<>()).size();
    }

    /** All, grouped by pool. */
    List<Waiting> all() {
        List<Waiting> all = new ArrayList<>();
        byPool.values().stream().map(TreeMap::values).forEach((Collection<Waiting> ofPool) -> all.addAll(ofPool));
        return all;
    }

    void add(String poolId, StoredRecord record, long sinceMs) {
        TreeMap<Long, Waiting> ofPool = byPool.get(poolId);
        long number = ofPool == null ? 0 : ofPool.lastKey() + 1;
        store.put(poolId, number, record);
        index(new Waiting(poolId, number, record.timestampMs(), sinceMs));
    }

    StoredRecord look(Waiting waiting) {
        return store.get(waiting.poolId(), waiting.number());
    }

    /** It waits no longer. */
    StoredRecord take(Waiting waiting) {
        StoredRecord record = look(waiting);
        store.delete(waiting.poolId(), waiting.number());
        TreeMap<Long, Waiting> ofPool = byPool.get(waiting.poolId());
        ofPool.remove(waiting.number());
        if (ofPool.isEmpty()) {
            byPool.remove(waiting.poolId());
        }
        count--;
        return record;
    }

    private void index(Waiting waiting) {
        byPool.computeIfAbsent(waiting.poolId(), absent -> new TreeMap<>()).put(waiting.number(), waiting);
        count++;
    }
}
