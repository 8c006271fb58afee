/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Entry;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.journal.Change;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.streams.state.BookTables;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The positions of a book that ticks concern, kept up as rows change, so that a tick need not look at those that were closed
 * long ago. Mutable and single-threaded.
 */
final class OpenPositions {

    private final PoolBook book;
    private final NavigableSet<String> keys = new TreeSet<>();

    OpenPositions(PoolBook book) {
        this.book = book;
        book.positions().keySet().forEach(this::look);
    }

    /** By key, in order; a live read-only view. */
    NavigableSet<String> keys() {
        return Collections.unmodifiableNavigableSet(keys);
    }

    /** Looks again at whatever an entry changed, when it was done or undone. */
    void changed(Entry<?> entry) {
        for (Change<?, ?> change : entry.changes()) {
            switch (change.table().name()) {
                case BookTables.POSITIONS, BookTables.HOLDERS -> look((String) change.key());
                case BookTables.SLOTS -> look(directKey((SlotKey) change.key()));
                default -> {}
            }
        }
    }

    private void look(String key) {
        if (book.isOpen(key)) {
            keys.add(key);
        } else {
            keys.remove(key);
        }
    }

    private static String directKey(SlotKey slot) {
        return slot.owner() + ":" + slot.tickLower() + ":" + slot.tickUpper();
    }
}
