/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.row;

/**
 * Turns rows of one table into bytes and back. The first byte is the version of the form. A newer form must read what older
 * ones wrote ({@link RowReader#version}) and may add fields at the end only.
 */
public interface RowForm<V> {

    /** Version that is written; 1 to 127. */
    int version();

    /** Writes the fields in order. */
    void write(V value, RowWriter row);

    /** Reads the fields in the same order. */
    V read(RowReader row);

    default byte[] bytes(V value) {
        RowWriter row = new RowWriter(version());
        write(value, row);
        return row.bytes();
    }

    /**
     * @throws IllegalArgumentException if the bytes are none of this form's, or of a version newer than it knows
     */
    default V value(byte[] bytes) {
        RowReader row = new RowReader(bytes);
        if (row.version() < 1 || row.version() > version()) {
            throw new IllegalArgumentException(
                    "a row of version " + row.version() + ", of which 1 to " + version() + " can be read");
        }
        V value = read(row);
        row.requireEnd();
        return value;
    }
}
