/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import static io.ballast.streams.state.JournalStore.PER_ROW;

import io.ballast.risk.book.Entry;
import io.ballast.risk.book.PoolBook;
import io.ballast.streams.record.Origin;
import io.ballast.streams.state.JournalStore;
import java.util.List;

/**
 * Stores a pool's recent history as it changes: at its end when records come, further up when some are undone, at its
 * beginning when some are forgotten. Entries are numbered on and on. What came and was forgotten between two commits is never
 * stored.
 */
final class JournalTail {

    private final String poolId;
    private final JournalStore store;
    private long firstStored;
    private long endOfStored;
    private long firstChanged;
    private long forgotten;

    JournalTail(String poolId, JournalStore store) {
        this.poolId = poolId;
        this.store = store;
    }

    /** An entry that is stored already, oldest first. */
    void restored(long number) {
        if (firstStored == endOfStored) {
            firstStored = number;
        }
        endOfStored = number + 1;
        firstChanged = endOfStored;
    }

    /** Entries changed from an index on; those before it did not. */
    void changedFrom(int index) {
        firstChanged = Math.min(firstChanged, firstStored + forgotten + index);
    }

    /** The oldest entry is about to be removed. */
    void forgotOne() {
        forgotten++;
    }

    /** Number of the oldest entry that is still there; rows may hold older ones. */
    long first() {
        return firstStored + forgotten;
    }

    /** @param entries  what is to be stored now */
    void write(PoolBook book, List<Entry<Origin>> entries) {
        long first = first();
        long end = first + entries.size();
        for (long row = firstStored / PER_ROW; row < first / PER_ROW && row * PER_ROW < endOfStored; row++) {
            store.delete(poolId, row);
        }
        for (long row = Math.max(first, firstChanged) / PER_ROW; row * PER_ROW < end; row++) {
            long from = Math.max(first, row * PER_ROW);
            long to = Math.min(end, (row + 1) * PER_ROW);
            store.put(
                    poolId,
                    row,
                    from,
                    book,
                    entries.subList(Math.toIntExact(from - first), Math.toIntExact(to - first)));
        }
        for (long row = (end + PER_ROW - 1) / PER_ROW; row * PER_ROW < endOfStored; row++) {
            store.delete(poolId, row);
        }
        firstStored = first;
        endOfStored = end;
        firstChanged = end;
        forgotten = 0;
    }
}
