/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.journal;

import java.util.function.BiConsumer;

/**
 * Where the rows of a {@link JournaledMap} lie: in memory, or with whoever has more room for them. Values are immutable. Called
 * by one thread.
 */
public interface Rows<K, V> {

    /** The value of a key; null: none. */
    V get(K key);

    /** Sets a key. */
    void put(K key, V value);

    /** Nothing happens if there is none. */
    void remove(K key);

    boolean isEmpty();

    /** Every row, in an order of their own; none may be changed meanwhile. */
    void forEach(BiConsumer<? super K, ? super V> action);
}
