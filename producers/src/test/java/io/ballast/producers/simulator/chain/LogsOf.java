/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.schema.PositionEvent;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;

/** What a block holds, in short. */
final class LogsOf {

    private LogsOf() {}

    /** The kinds of its records, in order; a definition has none and is told by its name. */
    static List<String> kinds(BlockBuilder block) {
        return values(block).stream().map(LogsOf::kind).toList();
    }

    static List<SpecificRecord> values(BlockBuilder block) {
        return block.build().records().stream().map(sent -> sent.value()).toList();
    }

    static PositionEvent position(BlockBuilder block, int index) {
        return (PositionEvent) values(block).get(index);
    }

    static int logIndex(BlockBuilder block, int index) {
        return (Integer) ((GenericRecord) values(block).get(index)).get("log_index");
    }

    private static String kind(SpecificRecord value) {
        return value.getSchema().getName().equals("PoolDefinition")
                ? "PoolDefinition"
                : ((GenericRecord) value).get("kind").toString();
    }
}
