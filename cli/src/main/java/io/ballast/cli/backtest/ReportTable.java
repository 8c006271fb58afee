/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.cli.terminal.Table;
import io.ballast.cli.terminal.Table.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A table for the terminal and for a page; the first columns are text.
 *
 * @param texts  how many of them are
 */
public record ReportTable(String title, int texts, List<String> head, List<List<String>> rows) {

    public List<String> console() {
        Column[] columns = new Column[head.size()];
        for (int i = 0; i < columns.length; i++) {
            String name = head.get(i).toUpperCase(Locale.ROOT);
            columns[i] = i < texts ? Column.text(name) : Column.number(name);
        }
        Table table = new Table(columns);
        rows.forEach(row -> table.row(row.toArray()));
        List<String> lines = new ArrayList<>(List.of("", title));
        lines.addAll(table.lines());
        return lines;
    }

    List<String> markdown() {
        List<String> marks = new ArrayList<>(Collections.nCopies(texts, "---"));
        marks.addAll(Collections.nCopies(head.size() - texts, "---:"));
        List<String> lines = new ArrayList<>(List.of("### " + title, "", line(head), line(marks)));
        rows.forEach(row -> lines.add(line(row)));
        lines.add("");
        return lines;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
