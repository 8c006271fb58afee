/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The newest record of each position: figures in columns, shared words by number, and the record itself as the bytes that came.
 * Rows are numbered from 0 to {@link #limit}; a freed one is used again. Not thread-safe: see {@link PositionBook}.
 */
public final class PositionRows {
    private static final int FIRST_ROWS = 1024;
    private static final Figure[] FIGURES = Figure.values();
    private static final TextField[] FIELDS = TextField.values();

    private static final int KEPT_CHANGES = 1 << 17;

    private final double[][] figures = new double[FIGURES.length][FIRST_ROWS];
    private final int[][] words = new int[FIELDS.length][FIRST_ROWS];
    private final Dictionary[] dictionaries = new Dictionary[FIELDS.length];
    private final IdIndex index = new IdIndex(this::id);
    private final RowChanges changes = new RowChanges(KEPT_CHANGES);
    private String[] ids = new String[FIRST_ROWS];
    private byte[][] values = new byte[FIRST_ROWS][];
    private int[] flags = new int[FIRST_ROWS];
    private long[] versions = new long[FIRST_ROWS];
    private int[] partitions = new int[FIRST_ROWS];
    private long[] offsets = new long[FIRST_ROWS];
    private int[] free = new int[FIRST_ROWS];
    private int freeCount;
    private int limit;
    private long lastVersion;

    PositionRows() {
        Arrays.setAll(dictionaries, field -> new Dictionary());
    }

    void put(String id, PositionRisk risk, byte[] value, int partition, long offset, long version) {
        int known = index.find(id);
        int row = known == IdIndex.ABSENT ? newRow(id) : known;
        for (Figure figure : FIGURES) {
            figures[figure.ordinal()][row] = figure.of(risk);
        }
        for (TextField field : FIELDS) {
            words[field.ordinal()][row] = dictionaries[field.ordinal()].numberOf(field.of(risk));
        }
        values[row] = value;
        partitions[row] = partition;
        offsets[row] = offset;
        flags[row] = mask(risk);
        versions[row] = version;
        lastVersion = version;
        changes.add(row);
    }

    private static int mask(PositionRisk risk) {
        int mask = 0;
        for (QualityFlag flag : risk.getFlags()) {
            mask |= bit(flag);
        }
        return mask;
    }

    private static int bit(QualityFlag flag) {
        return 1 << flag.ordinal();
    }

    private int newRow(String id) {
        int row = freeCount > 0 ? free[--freeCount] : limit++;
        if (row == ids.length) {
            grow();
        }
        ids[row] = id;
        index.add(id, row);
        return row;
    }

    private void grow() {
        int rows = ids.length * 2;
        Arrays.setAll(figures, column -> Arrays.copyOf(figures[column], rows));
        Arrays.setAll(words, column -> Arrays.copyOf(words[column], rows));
        ids = Arrays.copyOf(ids, rows);
        values = Arrays.copyOf(values, rows);
        flags = Arrays.copyOf(flags, rows);
        versions = Arrays.copyOf(versions, rows);
        partitions = Arrays.copyOf(partitions, rows);
        offsets = Arrays.copyOf(offsets, rows);
        free = Arrays.copyOf(free, rows);
    }

    void remove(String id, long version) {
        lastVersion = version;
        int row = index.find(id);
        if (row != IdIndex.ABSENT) {
            index.remove(id);
            ids[row] = null;
            values[row] = null;
            free[freeCount++] = row;
            changes.add(row);
        }
    }

    /** One more than the highest row number in use. */
    public int limit() {
        return limit;
    }

    /** The row of a position; -1: there is none. */
    public int find(String id) {
        return index.find(id);
    }

    /** Null: the row is free. */
    public String id(int row) {
        return ids[row];
    }

    /** NaN: not known. */
    public double figure(Figure figure, int row) {
        return figures[figure.ordinal()][row];
    }

    public int word(TextField field, int row) {
        return words[field.ordinal()][row];
    }

    public String text(TextField field, int row) {
        return dictionary(field).word(word(field, row));
    }

    public Dictionary dictionary(TextField field) {
        return dictionaries[field.ordinal()];
    }

    public boolean hasFlag(QualityFlag flag, int row) {
        return (flags[row] & bit(flag)) != 0;
    }

    /** The record as it came, in the wire format. */
    public byte[] value(int row) {
        return values[row];
    }

    /** Where the record stands in its topic: partition@offset. */
    public String place(int row) {
        return partitions[row] + "@" + offsets[row];
    }

    /** Of the newest change in all rows, removals too. */
    public long lastVersion() {
        return lastVersion;
    }

    /** How many changes of rows there were, removals too. */
    public long changes() {
        return changes.count();
    }

    /**
     * Tells the row of each change after the first so many, again where it has changed again.
     *
     * @return false: that is too long ago, and none was told
     */
    public boolean forEachChangedAfter(long seen, IntConsumer action) {
        return changes.forEachAfter(seen, action);
    }

    /** How many words there are in all fields together; while it is the same no field has a new one. */
    public long words() {
        return Arrays.stream(dictionaries).mapToLong(Dictionary::size).sum();
    }

    /** Grows with each change of anything in the desk: see {@link Versions}. */
    public long version(int row) {
        return versions[row];
    }
}
