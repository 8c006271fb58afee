/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.records.SourceLine;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns of a CSV file, as its first line or its format names them, and the values of its lines by these names. */
public final class CsvColumns {

    private final Map<String, Integer> places = new HashMap<>();

    private CsvColumns(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (places.put(names.get(i).strip(), i) != null) {
                throw new IllegalArgumentException("column " + names.get(i) + " is there twice");
            }
        }
    }

    /**
     * Columns that the file names.
     *
     * @param header  the file's first line
     * @param what  the file has, for messages
     * @param needed  there may be others
     * @throws InputException if a column is missing or there twice
     */
    public static CsvColumns named(SourceLine header, String what, List<String> needed) {
        CsvColumns columns = named(header);
        for (String column : needed) {
            if (!columns.has(column)) {
                throw new InputException(header.place() + ": column " + column + " is missing; a file of " + what
                        + " has " + String.join(",", needed));
            }
        }
        return columns;
    }

    private static CsvColumns named(SourceLine header) {
        try {
            return new CsvColumns(split(header));
        } catch (MalformedLogException | IllegalArgumentException e) {
            throw new InputException(header.place() + ": " + e.getMessage(), e);
        }
    }

    /** Columns of a file that does not name them. */
    public static CsvColumns inOrder(List<String> names) {
        return new CsvColumns(names);
    }

    public boolean has(String column) {
        return places.containsKey(column);
    }

    /** @throws MalformedLogException if it is no line of CSV or has not as many values as there are columns */
    public CsvRow row(SourceLine line) throws MalformedLogException {
        List<String> values = split(line);
        if (values.size() != places.size()) {
            throw new MalformedLogException(
                    "the line has " + values.size() + " values for " + places.size() + " columns");
        }
        return new CsvRow(this, values);
    }

    /** Where the values of a column are; it is one of the columns. */
    int place(String column) {
        return places.get(column);
    }

    /** @throws MalformedLogException if it is no line of CSV */
    public static List<String> split(SourceLine line) throws MalformedLogException {
        try {
            String text = new String(line.content(), StandardCharsets.UTF_8);
            List<CsvRecord> records =
                    CsvReader.builder().ofCsvRecord(text).stream().toList();
            if (records.size() != 1) {
                throw new MalformedLogException("this is no line of CSV");
            }
            return records.get(0).getFields();
        } catch (CsvParseException e) {
            throw new MalformedLogException("this is no line of CSV: " + reason(e), e);
        }
    }

    /** What is wrong: the reader itself says where it was, what it met is the cause. */
    public static String reason(CsvParseException refused) {
        return refused.getCause() == null
                ? refused.getMessage()
                : refused.getCause().getMessage();
    }
}
