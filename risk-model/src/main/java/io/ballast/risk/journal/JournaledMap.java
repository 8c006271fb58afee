/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.journal;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A sorted table of immutable values whose changes a {@link Journal} can take back.
 *
 * <p>Mutable and single-threaded. Values must be immutable: the journal keeps the old ones.
 */
public final class JournaledMap<K extends Comparable<? super K>, V> {

    private final String name;
    private final Journal journal;
    private final TreeMap<K, V> entries = new TreeMap<>();
    private final NavigableMap<K, V> view = Collections.unmodifiableNavigableMap(entries);

    public JournaledMap(String name, Journal journal) {
        this.name = name;
        this.journal = journal;
    }

    /** Names the table where its changes are stored. */
    public String name() {
        return name;
    }

    /** A live read-only view in key order. */
    public NavigableMap<K, V> view() {
        return view;
    }

    /** The value of a key; null: none. */
    public V get(K key) {
        return entries.get(key);
    }

    /** Sets a key and remembers what it held. */
    public void put(K key, V value) {
        V old = entries.put(key, value);
        if (!value.equals(old)) {
            journal.remember(new Change<>(this, key, old));
        }
    }

    /** Removes a key and remembers what it held. */
    public void remove(K key) {
        V old = entries.remove(key);
        if (old != null) {
            journal.remember(new Change<>(this, key, old));
        }
    }

    /** Sets a key without remembering: for loading stored state and for taking changes back. Null removes it. */
    public void restore(K key, V value) {
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }
}
