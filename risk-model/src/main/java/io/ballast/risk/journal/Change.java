/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.journal;

/**
 * One change to a table.
 *
 * @param table  the table that was changed
 * @param key  the key that was changed
 * @param oldValue  what the key held before; null: nothing
 */
public record Change<K extends Comparable<? super K>, V>(JournaledMap<K, V> table, K key, V oldValue) {

    void undo() {
        table.restore(key, oldValue);
    }
}
