/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.ballast.desk.security.Entitlement;
import io.ballast.desk.security.Gate;
import io.ballast.desk.store.DeskStore;
import io.ballast.desk.store.KeyedTable;
import io.ballast.schema.PortfolioRisk;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A topic's newest records by key: the list, and one. What a user may not see is not there. */
final class TableApi {
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final KeyedTable table;
    private final List<Column> columns;

    /**
     * @param name  of the resource, in the plural
     * @param schema  of the records: what is one value of it is a column of an export
     */
    TableApi(String name, KeyedTable table, Schema schema) {
        this.name = name;
        this.table = table;
        this.columns = columns(schema);
    }

    /** Of portfolios' newest figures. */
    static TableApi portfolios(DeskStore store) {
        return new TableApi("portfolios", store.portfolios(), PortfolioRisk.getClassSchema());
    }

    void route(RoutesConfig routes) {
        routes.get("/api/v1/" + name, this::list);
        routes.get(
                "/api/v1/" + name + "/<key>",
                request -> Answer.json(request, visible(request).detail()));
    }

    /** @throws ProblemException if there is none, or it may not be seen */
    KeyedTable.Entry visible(Context request) {
        String key = request.pathParam("key");
        return table.get(key)
                .filter(entry -> Gate.user(request).entitlement().allows(entry.portfolio()))
                .orElseThrow(() -> ProblemException.notFound("nothing under " + key + " in " + name));
    }

    private void list(Context request) {
        Entitlement entitlement = Gate.user(request).entitlement();
        String key = request.queryParam("key");
        List<KeyedTable.Entry> entries =
                table.all(entry -> entitlement.allows(entry.portfolio()) && (key == null || key.equals(entry.key())));
        Answer.rowsOrJson(
                request,
                name,
                columns,
                sink -> entries.forEach(entry -> sink.accept(parse(entry.summary()))),
                () -> json(entries));
    }

    private static ObjectNode json(List<KeyedTable.Entry> entries) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.put("total", entries.size()).putArray("rows");
        entries.forEach(entry -> rows.addRawValue(new RawValue(entry.summary())));
        return body;
    }

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what we wrote is no JSON: " + json, impossible);
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException garbled) {
            throw ProblemException.badRequest("the body is no JSON: " + garbled.getOriginalMessage());
        }
    }

    private static List<Column> columns(Schema schema) {
        return Stream.concat(
                        Stream.of(Column.text("key")),
                        schema.getFields().stream().flatMap(Column::of))
                .toList();
    }
}
