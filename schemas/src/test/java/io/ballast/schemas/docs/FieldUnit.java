/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Units that a field's type or name tells by convention; the rest is told in its meaning. */
enum FieldUnit {
    TIME("UTC, microseconds") {
        @Override
        boolean fits(Schema.Field field) {
            return FieldType.given(field).getLogicalType() instanceof LogicalTypes.TimestampMicros;
        }
    },
    X64("2^-64 of the smallest unit", "_x64_raw"),
    X96("2^-96", "_x96_raw"),
    X128("2^-128", "_x128_raw"),
    E18("10^-18", "_e18_raw"),
    RAW("smallest unit, exact", "_raw"),
    USD("USD", "_usd"),
    BASIS_POINTS("1/10,000", "_bps"),
    PIPS("1/1,000,000", "_pips"),
    MILLISECONDS("milliseconds", "_ms"),
    HOURS("hours", "_hours"),
    DAYS("days", "_days"),
    COINS("coins", "_coins"),
    RATE("fraction", "_rate");

    private final String words;
    private final String suffix;

    FieldUnit(String words, String suffix) {
        this.words = words;
        this.suffix = suffix;
    }

    FieldUnit(String words) {
        this(words, "");
    }

    boolean fits(Schema.Field field) {
        return FieldType.given(field).getType() != Schema.Type.RECORD
                && field.name().endsWith(suffix);
    }

    /** In words, of the first that fits. */
    static Optional<String> of(Schema.Field field) {
        return Arrays.stream(values())
                .filter(unit -> unit.fits(field))
                .findFirst()
                .map(unit -> unit.words);
    }

    /** The conventions by name, in words. */
    static String conventions() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(unit -> !unit.suffix.isEmpty())
                        .map(unit -> "`" + unit.suffix + "` " + unit.words)
                        .toList());
    }
}
