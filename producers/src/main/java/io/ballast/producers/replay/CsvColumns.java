/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

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

/** Columns of a CSV file as its first line names them, and the values of its other lines by these names. */
final class CsvColumns {

    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param header  the file's first line
     * @param what  the file has, for messages
     * @param needed  there may be others
     * @throws InputException if a column is missing or there twice
     */
    CsvColumns(SourceLine header, String what, List<String> needed) {
        List<String> names = names(header);
        for (int i = 0; i < names.size(); i++) {
            if (places.put(names.get(i).strip(), i) != null) {
                throw new InputException(header.place() + ": column " + names.get(i) + " is there twice");
            }
        }
        for (String column : needed) {
            if (!places.containsKey(column)) {
                throw new InputException(header.place() + ": column " + column + " is missing; a file of " + what
                        + " has " + String.join(",", needed));
            }
        }
    }

    private static List<String> names(SourceLine header) {
        try {
            return split(header);
        } catch (MalformedLogException e) {
            throw new InputException(header.place() + ": " + e.getMessage(), e);
        }
    }

    /** @throws MalformedLogException if it is no line of CSV or has not as many values as there are columns */
    List<String> values(SourceLine line) throws MalformedLogException {
        List<String> values = split(line);
        if (values.size() != places.size()) {
            throw new MalformedLogException(
                    "the line has " + values.size() + " values for " + places.size() + " columns");
        }
        return values;
    }

    /** The value of a needed column. */
    String value(List<String> values, String column) {
        return values.get(places.get(column)).strip();
    }

    private static List<String> split(SourceLine line) throws MalformedLogException {
        try {
            String text = new String(line.content(), StandardCharsets.UTF_8);
            List<CsvRecord> records =
                    CsvReader.builder().ofCsvRecord(text).stream().toList();
            if (records.size() != 1) {
                throw new MalformedLogException("this is no line of CSV");
            }
            return records.get(0).getFields();
        } catch (CsvParseException e) {
            throw new MalformedLogException("this is no line of CSV: " + e.getMessage(), e);
        }
    }
}
