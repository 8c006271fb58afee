/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.PoolBook;
import io.ballast.risk.journal.JournaledMap;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The rows of all pools' books, one row of the store for each row of a table. Key: pool id, 0x00, table, 0x00, row key. */
public final class BookRowStore {

    /** Tables that have a row for every position: they stay in the store. */
    private static final Set<String> LARGE = Set.of(BookTables.POSITIONS, BookTables.SLOTS, BookTables.HOLDERS);

    private final KeyValueStore<Bytes, byte[]> store;
    private final BookTables tables;
    private final int rowsInMemory;

    /** @param rowsInMemory  of each large table of a book, those used lately */
    public BookRowStore(KeyValueStore<Bytes, byte[]> store, BookTables tables, int rowsInMemory) {
        this.store = store;
        this.tables = tables;
        this.rowsInMemory = rowsInMemory;
    }

    /** Fills an empty book, or lets it look into the store where a table is large. */
    public void open(String poolId, PoolBook book) {
        book.tables().forEach(table -> open(poolId, book, table));
    }

    private <K extends Comparable<? super K>, V> void open(String poolId, PoolBook book, JournaledMap<K, V> table) {
        TableCodec<K, V> codec = tables.codec(book.terms().kind(), table);
        byte[] prefix = StoreKeys.key(poolId, table.name(), new byte[0]).get();
        if (LARGE.contains(table.name())) {
            table.keepIn(
                    new StoredRows<>(store, prefix, codec, key -> storeKey(poolId, table, codec, key), rowsInMemory));
        } else {
            Prefixed.eachWhile(store, prefix, (key, row) -> {
                codec.restore(table, Arrays.copyOfRange(key.get(), prefix.length, key.get().length), row);
                return true;
            });
        }
    }

    /** Stores what a row of a book holds now. */
    public <K extends Comparable<? super K>, V> void write(
            String poolId, PoolBook book, JournaledMap<K, V> table, K key) {
        TableCodec<K, V> codec = tables.codec(book.terms().kind(), table);
        store.put(storeKey(poolId, table, codec, key), codec.encodedOrNull(table.get(key)));
    }

    /** Every changed row of a book was written. */
    public void written(PoolBook book) {
        for (JournaledMap<?, ?> table : book.tables()) {
            if (table.rowsElsewhere() instanceof StoredRows<?, ?> rows) {
                rows.written();
            }
        }
    }

    private static <K extends Comparable<? super K>, V> Bytes storeKey(
            String poolId, JournaledMap<K, V> table, TableCodec<K, V> codec, K key) {
        return StoreKeys.key(poolId, table.name(), codec.encodedKey(key));
    }
}
