/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes answers: JSON, or rows in another {@link TableFormat}. */
final class Answer {
    private static final String JSON = "application/json";

    private Answer() {}

    static void json(Context request, JsonNode body) {
        json(request, body.toString());
    }

    /** @param body  JSON already */
    static void json(Context request, String body) {
        request.contentType(JSON).header("Cache-Control", "no-store").result(body);
    }

    /**
     * Names the state of what is asked for, and says so where the request has it already: then nothing else is to be answered.
     *
     * @param tag  in quotes
     */
    static boolean isKnown(Context request, String tag) {
        request.header("ETag", tag);
        boolean known = tag.equals(request.header("If-None-Match"));
        if (known) {
            request.status(HttpStatus.NOT_MODIFIED);
        }
        return known;
    }

    /**
     * Rows in the format that a request asks for; JSON where it asks for none.
     *
     * @param name  of a file with them
     * @param json  made only where it is wanted
     */
    static void rowsOrJson(
            Context request,
            String name,
            List<Column> columns,
            Consumer<Consumer<ObjectNode>> rows,
            Supplier<ObjectNode> json) {
        TableFormat.of(request)
                .ifPresentOrElse(format -> rows(request, format, name, columns, rows), () -> json(request, json.get()));
    }

    /** The same where the rows are a part of the JSON. */
    static void rowsOrJson(Context request, String name, List<Column> columns, ObjectNode json, String rows) {
        rowsOrJson(
                request,
                name,
                columns,
                sink -> json.get(rows).forEach(row -> sink.accept((ObjectNode) row)),
                () -> json);
    }

    /** Rows are written as they are found: an export need not fit into memory. */
    static void rows(
            Context request,
            TableFormat format,
            String name,
            List<Column> columns,
            Consumer<Consumer<ObjectNode>> rows) {
        // The server thinks that everything is text.
        request.res().setCharacterEncoding((String) null);
        request.contentType(format.contentType())
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + format.word() + "\"");
        try (RowTable table = format.open(request.outputStream(), columns)) {
            rows.accept(row -> write(table, row));
        } catch (IOException gone) {
            throw new UncheckedIOException("the reader of " + name + " has gone", gone);
        }
    }

    private static void write(RowTable table, ObjectNode row) {
        try {
            table.write(row);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
