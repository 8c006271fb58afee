/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as CSV (RFC 4180): the very values of the JSON, unknown ones empty, lists with spaces between. A text that a spreadsheet would
 * take for a formula, as a token's symbol may be, has an apostrophe in front.
 */
final class CsvTable implements RowTable {
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private final CsvWriter writer;
    private final List<String> columns;

    CsvTable(Writer out, List<Column> columns) {
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        this.columns = columns.stream().map(Column::name).toList();
        writer.writeRecord(this.columns);
    }

    @Override
    public void write(ObjectNode row) {
        List<String> cells = new ArrayList<>(columns.size());
        columns.forEach(column -> cells.add(cell(row.path(column))));
        writer.writeRecord(cells);
    }

    /** Also closes what it is written to. */
    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.asText()));
            return String.join(" ", items);
        }
        if (value.isTextual()) {
            return harmless(value.textValue());
        }
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        return formula && !isNumber(text) ? "'" + text : text;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }
}
