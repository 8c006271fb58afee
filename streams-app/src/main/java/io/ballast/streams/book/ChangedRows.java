/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Entry;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.streams.state.BookRowStore;
import java.util.LinkedHashSet;
import java.util.Set;

/** The rows of a book that a record changed, however often; stored once, with what they hold in the end. */
final class ChangedRows {

    private record Row<K extends Comparable<? super K>, V>(JournaledMap<K, V> table, K key) {

        static <K extends Comparable<? super K>, V> Row<K, V> of(Change<K, V> change) {
            return new Row<>(change.table(), change.key());
        }

        void write(BookRowStore store, String poolId, PoolBook book) {
            store.write(poolId, book, table, key);
        }
    }

    private final Set<Row<?, ?>> rows = new LinkedHashSet<>();

    /** An entry was done or undone. */
    void changed(Entry<?> entry) {
        entry.changes().forEach(change -> rows.add(Row.of(change)));
    }

    void write(BookRowStore store, String poolId, PoolBook book) {
        rows.forEach(row -> row.write(store, poolId, book));
        rows.clear();
    }
}
