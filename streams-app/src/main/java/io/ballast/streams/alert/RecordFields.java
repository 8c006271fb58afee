/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Reads fields of published records by name, be they the record's own or of its totals. */
final class RecordFields {

    static final String TOTALS = "totals";

    private RecordFields() {}

    /** Null where the record has no such field, or says nothing in it. */
    static Object get(SpecificRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        if (field != null) {
            return record.get(field.pos());
        }
        Schema.Field totals = record.getSchema().getField(TOTALS);
        return totals == null ? null : get((SpecificRecord) record.get(totals.pos()), name);
    }

    /** Null where it is not known, NaN included. */
    static Double number(SpecificRecord record, String name) {
        Object value = get(record, name);
        return value instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : null;
    }

    /** One number as a part of another; null where either is not known, or the other is 0. */
    static Double ratio(SpecificRecord record, String part, String whole) {
        Double of = number(record, whole);
        Double number = number(record, part);
        return number == null || of == null || of == 0 ? null : Double.valueOf(number / of);
    }

    /** Null where it is not known. */
    static String text(SpecificRecord record, String name) {
        Object value = get(record, name);
        return value == null ? null : value.toString();
    }

    /** Empty where the record has no such field. */
    static <T> List<T> list(SpecificRecord record, String name, Class<T> type) {
        Object value = get(record, name);
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(type::cast).toList();
    }

    /** Names of all flags that it carries, whatever they are of. */
    static List<String> flags(SpecificRecord record) {
        List<String> flags = new ArrayList<>();
        for (String field : Scope.FLAG_FIELDS) {
            list(record, field, Enum.class).forEach(flag -> flags.add(flag.name()));
        }
        return flags;
    }
}
