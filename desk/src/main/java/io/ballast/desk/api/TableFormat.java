/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How rows are written where they are not JSON. */
enum TableFormat {
    CSV("text/csv", "text/csv; charset=utf-8") {
        @Override
        RowTable open(OutputStream out, List<Column> columns) {
            return new CsvTable(new OutputStreamWriter(out, StandardCharsets.UTF_8), columns);
        }
    },
    PARQUET("application/vnd.apache.parquet", "application/vnd.apache.parquet") {
        @Override
        RowTable open(OutputStream out, List<Column> columns) throws IOException {
            return new ParquetTable(out, columns);
        }
    };

    private static final String JSON = "json";

    private final String asked;
    private final String contentType;

    /** @param asked  as the Accept header has it */
    TableFormat(String asked, String contentType) {
        this.asked = asked;
        this.contentType = contentType;
    }

    /**
     * What a request asks for, by {@code format} or by Accept; empty: JSON.
     *
     * @throws ProblemException if the format is none
     */
    static Optional<TableFormat> of(Context request) {
        String format = request.queryParam("format");
        if (format != null) {
            return format.equals(JSON) ? Optional.empty() : Optional.of(named(format));
        }
        String accept = request.header("Accept");
        return Arrays.stream(values())
                .filter(one -> accept != null && accept.contains(one.asked))
                .findFirst();
    }

    private static TableFormat named(String format) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(format))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("format " + format + " is none of json, "
                        + Arrays.stream(values()).map(TableFormat::word).collect(Collectors.joining(", "))));
    }

    /** In the API, and the end of a file's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return contentType;
    }

    /** @throws IOException if whoever reads has gone */
    abstract RowTable open(OutputStream out, List<Column> columns) throws IOException;
}
