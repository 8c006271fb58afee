/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/**
 * Avro records as JSON for people and tools, where Avro's own JSON wraps every optional value in its type.
 *
 * <p>Fields keep their names and order. An absent value is null, a present one is plain; raw integers are strings as they
 * are; timestamps are ISO-8601 instants in UTC; enums are strings; bytes are base64; a double that is no number is the
 * string {@code "NaN"}, {@code "Infinity"} or {@code "-Infinity"}.
 */
public final class RecordJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordJson() {}

    /** One line of JSON, without a line end. */
    public static String line(IndexedRecord record) {
        return of(record).toString();
    }

    /** The record as a tree; generated and generic records look the same. */
    public static ObjectNode of(IndexedRecord record) {
        ObjectNode node = NODES.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            node.set(field.name(), value(record.get(field.pos()), field.schema()));
        }
        return node;
    }

    private static JsonNode value(Object value, Schema schema) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (schema.getType() == Schema.Type.UNION) {
            return value(value, branch(value, schema));
        }
        if (value instanceof Long number && schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
            return NODES.textNode(Instant.EPOCH.plus(number, ChronoUnit.MICROS).toString());
        }
        return plain(value, schema);
    }

    /** Our unions are null and one type; of any other the first that is not null says how to read numbers. */
    private static Schema branch(Object value, Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No type for " + value.getClass() + " in " + union));
    }

    private static JsonNode plain(Object value, Schema schema) {
        if (value instanceof IndexedRecord record) {
            return of(record);
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = NODES.arrayNode(items.size());
            items.forEach(item -> array.add(value(item, schema.getElementType())));
            return array;
        }
        if (value instanceof Map<?, ?> entries) {
            ObjectNode object = NODES.objectNode();
            entries.forEach((key, item) -> object.set(key.toString(), value(item, schema.getValueType())));
            return object;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Float number) {
            return decimal(number.doubleValue());
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        if (value instanceof ByteBuffer bytes) {
            return NODES.textNode(base64(bytes));
        }
        if (value instanceof GenericFixed fixed) {
            return NODES.textNode(base64(ByteBuffer.wrap(fixed.bytes())));
        }
        return NODES.textNode(value.toString());
    }

    private static JsonNode decimal(double number) {
        return Double.isFinite(number) ? NODES.numberNode(number) : NODES.textNode(Double.toString(number));
    }

    private static String base64(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
