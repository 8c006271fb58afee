/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes answers as the request wants them: JSON, or CSV where it accepts that or asks for {@code format=csv}. */
final class Answer {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    private Answer() {}

    static boolean wantsCsv(Context request) {
        String format = request.queryParam("format");
        if (format != null) {
            if (!format.equals("csv") && !format.equals("json")) {
                throw ProblemException.badRequest("format " + format + " is neither json nor csv");
            }
            return format.equals("csv");
        }
        String accept = request.header("Accept");
        return accept != null && accept.contains(CSV);
    }

    static void json(Context request, JsonNode body) {
        json(request, body.toString());
    }

    /** @param body  JSON already */
    static void json(Context request, String body) {
        request.contentType(JSON).header("Cache-Control", "no-store").result(body);
    }

    /** Rows are written as they are found: an export need not fit into memory. */
    static void csv(Context request, String name, List<String> columns, Consumer<Consumer<ObjectNode>> rows) {
        request.contentType(CSV + "; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        try (CsvTable table =
                new CsvTable(new OutputStreamWriter(request.outputStream(), StandardCharsets.UTF_8), columns)) {
            rows.accept(table::write);
        } catch (IOException gone) {
            throw new UncheckedIOException("the reader of " + name + " has gone", gone);
        }
    }
}
