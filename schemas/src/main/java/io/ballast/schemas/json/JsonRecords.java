/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.schemas.serde.RecordModel;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Contract records from JSON, in the form that {@link RecordJson} writes. Fields that have a default may be left out; decimal
 * strings may be plain numbers.
 */
public final class JsonRecords {

    private static final RecordModel MODEL = new RecordModel();

    private JsonRecords() {}

    /** @throws IllegalArgumentException if it is not such a record; the message names the field */
    public static <T extends SpecificRecord> T read(JsonNode json, Class<T> type) {
        return type.cast(record(json, SpecificData.get().getSchema(type), ""));
    }

    private static SpecificRecord record(JsonNode json, Schema schema, String path) {
        if (!json.isObject()) {
            throw broken(path.isEmpty() ? "the record" : path, json, "an object");
        }
        requireKnown(json, schema, path);
        SpecificRecord record = (SpecificRecord) MODEL.newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            String at = path + field.name();
            JsonNode value = json.get(field.name());
            if (value == null && !field.hasDefaultValue()) {
                throw new IllegalArgumentException(at + " is missing");
            }
            record.put(field.pos(), value == null ? MODEL.getDefaultValue(field) : value(value, field.schema(), at));
        }
        return record;
    }

    private static void requireKnown(JsonNode json, Schema schema, String path) {
        Set<String> unknown = new HashSet<>();
        json.fieldNames().forEachRemaining(unknown::add);
        schema.getFields().forEach(field -> unknown.remove(field.name()));
        if (!unknown.isEmpty()) {
            List<String> known =
                    schema.getFields().stream().map(Schema.Field::name).toList();
            throw new IllegalArgumentException(
                    "no field " + path + unknown.iterator().next() + "; there are " + String.join(", ", known));
        }
    }

    private static Object value(JsonNode json, Schema schema, String path) {
        if (schema.getType() == Schema.Type.UNION) {
            return json.isNull() ? null : value(json, schema.getTypes().get(1), path);
        }
        return switch (schema.getType()) {
            case RECORD -> record(json, schema, path + ".");
            case ARRAY -> array(json, schema, path);
            case ENUM -> symbol(json, schema, path);
            case STRING -> text(json, path);
            case BOOLEAN -> json.isBoolean() ? json.booleanValue() : fail(path, json, "true or false");
            case DOUBLE -> json.isNumber() ? json.doubleValue() : fail(path, json, "a number");
            case INT ->
                json.canConvertToInt() && json.isIntegralNumber()
                        ? json.intValue()
                        : fail(path, json, "a whole number");
            case LONG -> whole(json, schema, path);
            default -> throw new IllegalArgumentException(path + " cannot be read from JSON");
        };
    }

    private static List<Object> array(JsonNode json, Schema schema, String path) {
        if (!json.isArray()) {
            throw broken(path, json, "a list");
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            items.add(value(json.get(i), schema.getElementType(), path + "[" + i + "]"));
        }
        return items;
    }

    private static Object symbol(JsonNode json, Schema schema, String path) {
        if (!json.isTextual() || !schema.hasEnumSymbol(json.textValue())) {
            throw broken(path, json, "one of " + String.join(", ", schema.getEnumSymbols()));
        }
        return MODEL.createEnum(json.textValue(), schema);
    }

    private static String text(JsonNode json, String path) {
        if (json.isTextual()) {
            return json.textValue();
        } else if (json.isNumber()) {
            return json.decimalValue().toPlainString();
        }
        throw broken(path, json, "a text");
    }

    private static Object whole(JsonNode json, Schema schema, String path) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
            try {
                return Instant.parse(json.asText());
            } catch (DateTimeException noTime) {
                throw broken(path, json, "a time such as 2026-01-31T08:00:00Z");
            }
        }
        return json.isIntegralNumber() && json.canConvertToLong()
                ? json.longValue()
                : fail(path, json, "a whole number");
    }

    private static Object fail(String path, JsonNode json, String rule) {
        throw broken(path, json, rule);
    }

    private static IllegalArgumentException broken(String path, JsonNode json, String rule) {
        return new IllegalArgumentException(path + " is " + json + ", it must be " + rule);
    }
}
