/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * What was seen of a subject last.
 *
 * @param value  of the rule's metric, in its unit; null: none
 * @param figures  others of the same record, by field name
 * @param seenMs  event time
 * @param blockNumber  null: none
 * @param blockHash  null: none
 * @param flags  names, whatever they are of
 */
record Sight(
        Double value,
        Map<String, Double> figures,
        long seenMs,
        Long blockNumber,
        String blockHash,
        boolean simulated,
        List<String> flags) {

    static Sight nothing(long seenMs) {
        return new Sight(null, Map.of(), seenMs, null, null, false, List.of());
    }

    static Sight of(Scope scope, SpecificRecord record, Double value) {
        Map<String, Double> figures = new TreeMap<>();
        for (String name : scope.figures()) {
            Double figure = RecordFields.number(record, name);
            if (figure != null) {
                figures.put(name, figure);
            }
        }
        return new Sight(
                value,
                figures,
                timeMs(record),
                (Long) RecordFields.get(record, "block_number"),
                RecordFields.text(record, "block_hash"),
                (Boolean) RecordFields.get(record, "simulated"),
                RecordFields.flags(record));
    }

    Sight with(Double newValue) {
        return new Sight(newValue, figures, seenMs, blockNumber, blockHash, simulated, flags);
    }

    static long timeMs(SpecificRecord record) {
        return ((Instant) RecordFields.get(record, "event_time")).toEpochMilli();
    }

    static boolean isRetraction(SpecificRecord record) {
        return RecordFields.get(record, "reason") == RiskReason.RETRACTION;
    }

    /** Nothing is left that a figure could be of. */
    static boolean isClosed(SpecificRecord record) {
        return RecordFields.get(record, "range_state") == RangeState.CLOSED;
    }
}
