/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schema.PositionRisk;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** Where a figure of a position comes from: its formula, what went into it, what is known against it, and the records behind it. */
final class Explanation {
    /** Inputs whose time is not that of the record. */
    private static final Map<String, String> TIMES = Map.of("usd_per_token1", "usd_price_time");

    private static final Schema SCHEMA = PositionRisk.getClassSchema();

    private final Map<String, Formula> formulas;

    Explanation(Map<String, Formula> formulas) {
        this.formulas = formulas;
    }

    /** Names of figures that can be explained, in order of their titles' importance. */
    List<String> figures() {
        return List.copyOf(formulas.keySet());
    }

    /**
     * @param figure  with a formula
     * @param row  of the position, with its record
     * @param place  of the record: topic-partition@offset
     * @param events  rows of the position's events, newest first
     */
    ObjectNode of(String figure, ObjectNode row, String place, List<ObjectNode> events) {
        Formula formula = formulas.get(figure);
        JsonNode record = row.get("record");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("figure", figure)
                .put("title", formula.title())
                .put("unit", formula.unit())
                .put("told", formula.told().id())
                .put("formula", formula.formula())
                .put("note", formula.note());
        json.set("value", value(figure, row));
        ArrayNode inputs = json.putArray("inputs");
        formula.inputs().forEach(input -> inputs.add(input(input, row)));
        ArrayNode flags = json.putArray("flags");
        record.path("flags")
                .forEach(flag -> flags.addObject().put("flag", flag.asText()).put("meaning", meaning(flag.asText())));
        putSources(json.putArray("sources"), formula, record, place, events);
        return json;
    }

    private static JsonNode value(String name, ObjectNode row) {
        JsonNode own = row.path(name).isMissingNode() ? row.get("record").path(name) : row.path(name);
        return own.isMissingNode() ? JsonNodeFactory.instance.nullNode() : own;
    }

    private ObjectNode input(String name, ObjectNode row) {
        JsonNode record = row.get("record");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Schema.Field field = SCHEMA.getField(name);
        json.put("name", name).put("meaning", field == null ? formulas.get(name).title() : field.doc());
        json.set("value", value(name, row));
        return json.put(
                        "time",
                        record.path(TIMES.getOrDefault(name, "event_time")).asText(null))
                .put("explained", formulas.containsKey(name));
    }

    /** What the contract says of a flag: its sentences up to the next flag. */
    private static String meaning(String flag) {
        String doc = SCHEMA.getField("flags").doc();
        Matcher sentences = Pattern.compile("\\b" + Pattern.quote(flag) + ": (.*?)(?= [A-Z][A-Z_]{4,}: |$)")
                .matcher(doc);
        return sentences.find() ? sentences.group(1) : null;
    }

    private static void putSources(
            ArrayNode sources, Formula formula, JsonNode record, String place, List<ObjectNode> events) {
        source(sources, "the record that was published", place, record);
        events.stream()
                .filter(event -> !event.get("removed").asBoolean()
                        && !event.get("taken_back").asBoolean())
                .filter(event -> formula.fromEvents() || isLast(event, record))
                .forEach(event -> {
                    ObjectNode source = source(
                            sources,
                            event.get("kind").asText(),
                            event.get("place").asText(),
                            event);
                    source.set("transaction_hash", event.get("transaction_hash"));
                    source.set("transaction_url", event.get("transaction_url"));
                });
        if (events.stream().noneMatch(event -> isLast(event, record))) {
            // A swap, which is in no topic that a desk reads: its block and log say which one.
            source(sources, "the last log of the pool that it rests on", null, record);
        }
    }

    private static boolean isLast(JsonNode event, JsonNode record) {
        return event.get("block_number").equals(record.get("block_number"))
                && event.get("log_index").equals(record.get("log_index"));
    }

    private static ObjectNode source(ArrayNode sources, String what, String place, JsonNode origin) {
        ObjectNode source = sources.addObject().put("what", what).put("place", place);
        for (String name : List.of("block_number", "log_index", "block_hash", "event_time", "simulated")) {
            source.set(name, origin.get(name));
        }
        return source.putNull("transaction_hash").putNull("transaction_url");
    }
}
