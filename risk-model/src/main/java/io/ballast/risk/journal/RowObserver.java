/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.journal;

/**
 * Is told of every change to a table's rows just after it was made, whether an event made it or an undo took it back: what is
 * summed over rows can so be kept right without looking at the others.
 */
public interface RowObserver<K, V> {

    /**
     * @param before  what the key held; null: nothing
     * @param now  what it holds; null: nothing
     */
    void changed(K key, V before, V now);
}
