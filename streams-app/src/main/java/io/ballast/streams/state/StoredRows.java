/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.journal.Rows;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Rows of one table of one book in the store, for tables with a row for every position. In memory are those that changed
 * since they were last written, and as many of those used lately as are allowed. Mutable and single-threaded.
 *
 * @see #written
 */
final class StoredRows<K extends Comparable<? super K>, V> implements Rows<K, V> {

    private final KeyValueStore<Bytes, byte[]> store;
    private final byte[] prefix;
    private final TableCodec<K, V> codec;
    private final Function<K, Bytes> storeKey;
    /** Empty: removed. */
    private final Map<K, Optional<V>> changed = new HashMap<>();

    /** Empty: the store has none. A new position's row is looked for several times before it is put. */
    private final Map<K, Optional<V>> usedLately;

    /**
     * @param prefix  what all keys of this table in the store start with
     * @param storeKey  a row's key in the store
     * @param most  rows used lately that are kept in memory
     */
    StoredRows(
            KeyValueStore<Bytes, byte[]> store,
            byte[] prefix,
            TableCodec<K, V> codec,
            Function<K, Bytes> storeKey,
            int most) {
        this.store = store;
        this.prefix = prefix;
        this.codec = codec;
        this.storeKey = storeKey;
        this.usedLately = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Optional<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** The store holds now what was changed: see {@link BookRowStore#write}. */
    void written() {
        changed.clear();
    }

    @Override
    public V get(K key) {
        Optional<V> change = changed.get(key);
        if (change != null) {
            return change.orElse(null);
        }
        Optional<V> known = usedLately.get(key);
        if (known == null) {
            byte[] row = store.get(storeKey.apply(key));
            known = Optional.ofNullable(row).map(codec.rows().decode());
            usedLately.put(key, known);
        }
        return known.orElse(null);
    }

    @Override
    public void put(K key, V value) {
        changed.put(key, Optional.of(value));
        usedLately.put(key, Optional.of(value));
    }

    @Override
    public void remove(K key) {
        changed.put(key, Optional.empty());
        usedLately.put(key, Optional.empty());
    }

    @Override
    public boolean isEmpty() {
        boolean[] any = {false};
        Prefixed.eachWhile(store, prefix, (key, row) -> {
            any[0] |= !isRemoved(key);
            return !any[0];
        });
        return !any[0] && changed.values().stream().noneMatch(Optional::isPresent);
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Prefixed.eachWhile(store, prefix, (key, row) -> {
            K rowKey = key(key);
            if (!changed.containsKey(rowKey)) {
                action.accept(rowKey, codec.rows().decode().apply(row));
            }
            return true;
        });
        changed.forEach((key, value) -> value.ifPresent(present -> action.accept(key, present)));
    }

    private boolean isRemoved(Bytes key) {
        Optional<V> change = changed.get(key(key));
        return change != null && change.isEmpty();
    }

    private K key(Bytes key) {
        byte[] bytes = key.get();
        return codec.keys().decode().apply(java.util.Arrays.copyOfRange(bytes, prefix.length, bytes.length));
    }
}
