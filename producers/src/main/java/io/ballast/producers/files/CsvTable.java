/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.ballast.producers.csv.CsvColumns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a small CSV file with a header; lines that start with # are comments. */
final class CsvTable {

    private CsvTable() {}

    static Table read(Path path, InputStream content) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .detectBomHeader(true)
                .ofNamedCsvRecord(content)) {
            for (NamedCsvRecord line : csv) {
                rows.add(new Row(path + ":" + line.getStartingLineNumber(), line.getFieldsAsMap()));
            }
        } catch (CsvParseException e) {
            throw new InputException(path + ": " + CsvColumns.reason(e), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IllegalStateException e) {
            throw new InputException(path + ": a column is there twice: " + e.getMessage(), e);
        }
        return new Table(path, Map.of(Table.UNNAMED, rows), Map.of());
    }
}
