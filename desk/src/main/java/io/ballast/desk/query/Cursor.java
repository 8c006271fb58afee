/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The end of a page, as a text that a caller hands back for the next one. It names a place in the order, not a number of rows: what
 * comes and goes meanwhile neither repeats a row nor skips one that keeps its place.
 */
final class Cursor {
    private static final JsonMapper JSON = new JsonMapper();

    private Cursor() {}

    static String of(Place place) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        parts.add(place.id());
        for (Object value : place.values()) {
            if (value instanceof Double number) {
                parts.add(number);
            } else {
                parts.add((String) value);
            }
        }
        byte[] json = parts.toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** @throws QueryException if it is no cursor of such an order */
    static Place read(String cursor, Ordering ordering) {
        try {
            JsonNode parts = JSON.readTree(Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII)));
            if (!parts.isArray()
                    || parts.size() != ordering.keys().size() + 1
                    || !parts.get(0).isTextual()) {
                throw new QueryException("the cursor is of another order; start with the first page");
            }
            List<Object> values = new ArrayList<>();
            for (int key = 0; key < ordering.keys().size(); key++) {
                values.add(value(parts.get(key + 1), ordering.keys().get(key)));
            }
            return new Place(values, parts.get(0).textValue());
        } catch (IOException | IllegalArgumentException garbled) {
            throw new QueryException("the cursor is none of ours; start with the first page");
        }
    }

    private static Object value(JsonNode part, Ordering.Key key) {
        if (part.isNull()) {
            return null;
        }
        if (key.field() == null ? !part.isNumber() : !part.isTextual()) {
            throw new QueryException("the cursor is of another order; start with the first page");
        }
        return key.field() == null ? (Object) part.doubleValue() : part.textValue();
    }
}
