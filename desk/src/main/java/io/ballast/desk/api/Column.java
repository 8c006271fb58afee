/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * A column of an export.
 *
 * @param name  key of the value in a row of JSON
 * @param type  what the value is, for formats that keep types
 */
record Column(String name, Type type) {

    /** What is in a column; every value may be unknown. */
    enum Type {
        TEXT,
        /** Whole number of 64 bits. */
        WHOLE,
        /** Double. */
        FIGURE,
        YES_NO,
        /** Text that is an instant by ISO 8601. */
        TIME,
        /** Texts in a row. */
        LIST
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column figure(String name) {
        return new Column(name, Type.FIGURE);
    }

    static Column whole(String name) {
        return new Column(name, Type.WHOLE);
    }

    static Stream<Column> texts(String... names) {
        return Arrays.stream(names).map(Column::text);
    }

    /** Of a record's field as it stands in our JSON; what is more than one value has none. */
    static Stream<Column> of(Schema.Field field) {
        return of(field.name(), field.schema());
    }

    private static Stream<Column> of(String name, Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .limit(1)
                        .flatMap(type -> of(name, type));
            case ARRAY, MAP, RECORD, NULL -> Stream.empty();
            case INT -> Stream.of(whole(name));
            case LONG ->
                Stream.of(
                        schema.getLogicalType() instanceof LogicalTypes.TimestampMicros
                                ? new Column(name, Type.TIME)
                                : whole(name));
            case FLOAT, DOUBLE -> Stream.of(figure(name));
            case BOOLEAN -> Stream.of(new Column(name, Type.YES_NO));
            case STRING, ENUM, BYTES, FIXED -> Stream.of(text(name));
        };
    }
}
