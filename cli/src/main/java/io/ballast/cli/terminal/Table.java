/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows in aligned columns. Mutable while it is filled; one thread. */
public final class Table {
    /** Side on which a column's cells line up. */
    public enum Align {
        LEFT,
        RIGHT
    }

    /** A column's head and its side; numbers line up on the right. */
    public record Column(String title, Align align) {
        public static Column text(String title) {
            return new Column(title, Align.LEFT);
        }

        public static Column number(String title) {
            return new Column(title, Align.RIGHT);
        }
    }

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row; null shows as a dash.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row has " + cells.length + " cells, the table " + columns.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null ? "-" : cell.toString());
        }
        rows.add(row);
        return this;
    }

    /** Head and rows, one line each, without trailing blanks. */
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(Column::title).collect(Collectors.toList()));
        all.addAll(rows);
        int[] widths = widths(all);
        return all.stream().map(row -> line(row, widths)).collect(Collectors.toList());
    }

    private int[] widths(List<List<String>> all) {
        int[] widths = new int[columns.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).align() == Align.LEFT ? row.get(i) + padding : padding + row.get(i));
        }
        return line.toString().stripTrailing();
    }
}
