/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.journal;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A table of immutable values whose changes a {@link Journal} can take back. Sorted and in memory, unless its rows are
 * {@link #keepIn kept elsewhere}.
 *
 * <p>Mutable and single-threaded. Values must be immutable: the journal keeps the old ones.
 */
public final class JournaledMap<K extends Comparable<? super K>, V> {

    private final String name;
    private final Journal journal;
    private final TreeMap<K, V> entries = new TreeMap<>();
    private final NavigableMap<K, V> view = Collections.unmodifiableNavigableMap(entries);
    /** Null while the rows are in memory. */
    private Rows<K, V> outside;

    private RowObserver<K, V> observer = (key, before, now) -> {};

    public JournaledMap(String name, Journal journal) {
        this.name = name;
        this.journal = journal;
    }

    /** Names the table where its changes are stored. */
    public String name() {
        return name;
    }

    /**
     * Keeps the rows elsewhere from now on: tables with a row for every position would fill the memory.
     *
     * @throws IllegalStateException if there are rows in memory
     */
    public void keepIn(Rows<K, V> rows) {
        if (!entries.isEmpty()) {
            throw new IllegalStateException(
                    "table " + name + " has " + entries.size() + " rows in memory: too late to keep them elsewhere");
        }
        outside = rows;
    }

    /** Has this one told of every change from now on, in place of who was told before. */
    public void observe(RowObserver<K, V> newObserver) {
        observer = newObserver;
    }

    /** Where the rows are kept; null: in memory. */
    public Rows<K, V> rowsElsewhere() {
        return outside;
    }

    /**
     * A live read-only view in key order.
     *
     * @throws IllegalStateException if the rows are kept elsewhere
     */
    public NavigableMap<K, V> view() {
        if (outside != null) {
            throw new IllegalStateException("the rows of table " + name + " are not in memory");
        }
        return view;
    }

    public boolean isEmpty() {
        return outside == null ? entries.isEmpty() : outside.isEmpty();
    }

    /** Every row; none may be changed meanwhile. */
    public void forEach(BiConsumer<? super K, ? super V> action) {
        if (outside == null) {
            entries.forEach(action);
        } else {
            outside.forEach(action);
        }
    }

    /** The value of a key; null: none. */
    public V get(K key) {
        return outside == null ? entries.get(key) : outside.get(key);
    }

    /** Sets a key and remembers what it held. */
    public void put(K key, V value) {
        V old = get(key);
        if (!value.equals(old)) {
            set(key, old, value);
            journal.remember(new Change<>(this, key, old));
        }
    }

    /** Removes a key and remembers what it held. */
    public void remove(K key) {
        V old = get(key);
        if (old != null) {
            set(key, old, null);
            journal.remember(new Change<>(this, key, old));
        }
    }

    /** Sets a key without remembering: for loading stored state and for taking changes back. Null removes it. */
    public void restore(K key, V value) {
        set(key, get(key), value);
    }

    private void set(K key, V before, V now) {
        if (outside == null) {
            setInMemory(key, now);
        } else if (now == null) {
            outside.remove(key);
        } else {
            outside.put(key, now);
        }
        observer.changed(key, before, now);
    }

    private void setInMemory(K key, V now) {
        if (now == null) {
            entries.remove(key);
        } else {
            entries.put(key, now);
        }
    }
}
