/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.row;

/**
 * Stored form of one table of a book.
 *
 * @param name  of the table, as the book names it
 * @param keyType  what its keys are: {@link Integer} or {@link String}, in the order and form that all tables share
 * @param rows  form of its rows
 */
public record TableForm<K extends Comparable<? super K>, V>(String name, Class<K> keyType, RowForm<V> rows) {

    public TableForm {
        if (keyType != Integer.class && keyType != String.class) {
            throw new IllegalArgumentException("keys of table " + name + " are " + keyType + ", not Integer or String");
        }
    }
}
