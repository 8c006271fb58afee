/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Reads fields of risk records by name, be they the record's own or of its totals. */
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

    /** Null likewise. */
    static String text(SpecificRecord record, String name) {
        Object value = get(record, name);
        return value == null ? null : value.toString();
    }
}
