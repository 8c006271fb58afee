/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the dead letters of a run say: how many at each stage, and the first few in words. Mutable, one thread. */
final class DeadLetterDigest {
    private static final int FEW = 5;

    private final Map<String, Long> byStage = new TreeMap<>();
    private final List<String> first = new ArrayList<>();

    /** @param value  a dead letter as JSON */
    void add(JsonNode value) {
        byStage.merge(value.path("stage").asText("UNKNOWN"), 1L, Long::sum);
        if (first.size() < FEW) {
            first.add(place(value) + value.path("reason").asText());
        }
    }

    private static String place(JsonNode value) {
        if (!value.path("source_file").isMissingNode()
                && !value.path("source_file").isNull()) {
            return value.path("source_file").asText() + " line "
                    + value.path("source_line").asText() + ": ";
        }
        return value.path("source_topic").asText() + "-"
                + value.path("source_partition").asText() + "@"
                + value.path("source_offset").asText() + ": ";
    }

    long count() {
        return byStage.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> byStage() {
        return byStage;
    }

    /** The first few, each on one line: where, and what is wrong. */
    List<String> first() {
        return first;
    }
}
