/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.JournaledMap;

/** Stored form of one table of a book. */
record TableCodec<K extends Comparable<? super K>, V>(KeyCodec<K> keys, RowCodec<V> rows) {

    /** Puts a stored row into the table; null bytes: there is none. */
    void restore(JournaledMap<K, V> table, byte[] key, byte[] row) {
        table.restore(keys.decode().apply(key), decodedOrNull(row));
    }

    Change<K, V> change(JournaledMap<K, V> table, byte[] key, byte[] oldRow) {
        return new Change<>(table, keys.decode().apply(key), decodedOrNull(oldRow));
    }

    byte[] encodedKey(K key) {
        return keys.encode().apply(key);
    }

    /** Null for null. */
    byte[] encodedOrNull(V value) {
        return value == null ? null : rows.encode().apply(value);
    }

    private V decodedOrNull(byte[] row) {
        return row == null ? null : rows.decode().apply(row);
    }
}
