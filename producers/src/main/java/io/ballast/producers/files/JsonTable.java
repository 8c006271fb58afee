/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a small JSON file: an array of objects, or an object with arrays of objects and single values in it. */
final class JsonTable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** No number that means something here has more; and one that has would be written out in as many digits. */
    private static final int MOST_DIGITS = 100;

    private final Path path;
    private final JsonParser parser;
    private final Map<String, List<Row>> lists = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    private JsonTable(Path path, JsonParser parser) {
        this.path = path;
        this.parser = parser;
    }

    static Table read(Path path, InputStream content) throws IOException {
        try (JsonParser parser = JSON.createParser(content)) {
            return new JsonTable(path, parser).read();
        } catch (JsonProcessingException e) {
            // Of what is nested too deeply or too long it knows no place.
            String place = e.getLocation() == null
                    ? path.toString()
                    : path + ":" + e.getLocation().getLineNr();
            throw new InputException(place + ": this is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private Table read() throws IOException {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            array(Table.UNNAMED);
        } else {
            object("");
        }
        return new Table(path, lists, values);
    }

    private void object(String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + Row.plain(parser.currentName());
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                array(name);
            } else if (token == JsonToken.START_OBJECT) {
                object(name + ".");
            } else if (token != JsonToken.VALUE_NULL) {
                values.put(name, parser.getText());
            }
        }
    }

    private void array(String name) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String place = path + ":" + parser.currentTokenLocation().getLineNr();
            JsonNode element = element(place);
            if (element instanceof ObjectNode row) {
                lists.computeIfAbsent(name, list -> new ArrayList<>()).add(new Row(place, fields(row)));
            } else {
                values.merge(name, text(element), (all, one) -> all + "," + one);
            }
        }
    }

    private JsonNode element(String place) throws IOException {
        try {
            return JSON.readTree(parser);
        } catch (NumberFormatException e) {
            throw new InputException(place + ": this is no number: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> fields(ObjectNode row) {
        Map<String, String> fields = new LinkedHashMap<>();
        row.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                fields.put(
                        field.getKey(),
                        field.getValue().isValueNode()
                                ? text(field.getValue())
                                : field.getValue().toString());
            }
        });
        return fields;
    }

    /** Numbers as people write them, 0.0004 and not 4.0E-4, with all of their digits. */
    private static String text(JsonNode value) {
        boolean plain =
                value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) <= MOST_DIGITS;
        return plain ? value.decimalValue().toPlainString() : value.asText();
    }
}
