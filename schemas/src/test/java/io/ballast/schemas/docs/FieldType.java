/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;

/** A field's type in words for a reader. */
final class FieldType {
    private FieldType() {}

    /** Its schema where it is given: without the null of an optional one. */
    static Schema given(Schema.Field field) {
        return field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
    }

    /** The type, and default or optionality; records and enums met on the way are added to {@code nested}. */
    static String of(Schema.Field field, Map<String, Schema> nested) {
        if (field.schema().isUnion()) {
            return name(given(field), nested) + ", *optional*";
        }
        String name = name(field.schema(), nested);
        return field.hasDefaultValue() ? name + ", default `" + field.defaultVal() + "`" : name;
    }

    private static String name(Schema schema, Map<String, Schema> nested) {
        if (schema.getLogicalType() != null) {
            return schema.getLogicalType().getName();
        }
        return switch (schema.getType()) {
            case RECORD, ENUM -> {
                nested.putIfAbsent(schema.getFullName(), schema);
                yield "[" + schema.getName() + "](#" + schema.getName().toLowerCase(Locale.ROOT) + ")";
            }
            case ARRAY -> "list of " + name(schema.getElementType(), nested);
            default -> schema.getType().getName();
        };
    }
}
