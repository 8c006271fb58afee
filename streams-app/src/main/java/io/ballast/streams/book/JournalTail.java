/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Entry;
import io.ballast.risk.book.PoolBook;
import io.ballast.streams.record.Origin;
import io.ballast.streams.state.JournalStore;
import java.util.List;

/**
 * Stores a pool's recent history as it changes: at its end when records come, further up when some are undone, at its
 * beginning when some are forgotten. Entries are numbered on and on.
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
        firstChanged = Math.min(firstChanged, firstStored + index);
    }

    /** The oldest entry is about to be removed. */
    void forgotOne() {
        forgotten++;
    }

    /** @param entries  what is to be stored now */
    void write(PoolBook book, List<Entry<Origin>> entries) {
        long first = firstStored + forgotten;
        long end = first + entries.size();
        for (long number = firstStored; number < Math.min(first, endOfStored); number++) {
            store.delete(poolId, number);
        }
        for (long number = Math.max(first, firstChanged); number < end; number++) {
            store.put(poolId, number, book, entries.get(Math.toIntExact(number - first)));
        }
        for (long number = end; number < endOfStored; number++) {
            store.delete(poolId, number);
        }
        firstStored = first;
        endOfStored = end;
        firstChanged = end;
        forgotten = 0;
    }
}
