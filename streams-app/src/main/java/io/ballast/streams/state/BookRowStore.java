/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.PoolBook;
import io.ballast.risk.journal.JournaledMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The rows of all pools' books, one row of the store for each row of a table. Key: pool id, 0x00, table, 0x00, row key. */
public final class BookRowStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final BookTables tables;

    public BookRowStore(KeyValueStore<Bytes, byte[]> store, BookTables tables) {
        this.store = store;
        this.tables = tables;
    }

    /** Fills an empty book. */
    public void load(String poolId, PoolBook book) {
        Prefixed.each(store, poolId, (key, row) -> {
            byte[] rest = StoreKeys.rest(key);
            int separator = StoreKeys.separator(rest, 0);
            String table = new String(rest, 0, separator, StandardCharsets.UTF_8);
            byte[] rowKey = Arrays.copyOfRange(rest, separator + 1, rest.length);
            restore(book, BookTables.named(book.tables(), table), rowKey, row);
        });
    }

    private <K extends Comparable<? super K>, V> void restore(
            PoolBook book, JournaledMap<K, V> table, byte[] key, byte[] row) {
        tables.codec(book.terms().kind(), table).restore(table, key, row);
    }

    /** Stores what a row of a book holds now. */
    public <K extends Comparable<? super K>, V> void write(
            String poolId, PoolBook book, JournaledMap<K, V> table, K key) {
        TableCodec<K, V> codec = tables.codec(book.terms().kind(), table);
        Bytes storeKey = StoreKeys.key(poolId, table.name(), codec.encodedKey(key));
        store.put(storeKey, codec.encodedOrNull(table.get(key)));
    }
}
