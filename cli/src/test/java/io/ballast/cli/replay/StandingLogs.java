/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which logs stand when topics are read in order, as {@code blockHash:logIndex}. Each comes once, and what is taken back is what came
 * last of its pool on its topic.
 */
final class StandingLogs {
    private static final Set<String> OF_NO_LOG = Set.of("STATE", "SNAPSHOT");

    private final Map<String, Deque<String>> byKey = new HashMap<>();
    private int removed;

    /** All that was made of logs of pools whose id begins so. */
    static StandingLogs of(Replayed published, String poolsOf) {
        StandingLogs standing = new StandingLogs();
        for (String topic : Set.of("price-ticks", "position-events", "pool-events")) {
            published.records(topic).stream()
                    .filter(line -> line.get("key").asText().startsWith(poolsOf))
                    .filter(line -> !OF_NO_LOG.contains(line.at("/value/kind").asText()))
                    .forEach(line -> standing.read(topic, line));
        }
        return standing;
    }

    private void read(String topic, JsonNode line) {
        JsonNode value = line.get("value");
        String log = value.get("block_hash").asText() + ":" + value.get("log_index");
        Deque<String> logs = byKey.computeIfAbsent(topic + " " + line.get("key"), none -> new ArrayDeque<>());
        if (value.get("removed").asBoolean()) {
            assertThat(logs.pollLast()).as("taken back, the newest first").isEqualTo(log);
            removed++;
        } else {
            logs.addLast(log);
        }
    }

    /** Without order; none may stand twice. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        byKey.values().stream()
                .flatMap(Deque::stream)
                .forEach(log -> assertThat(all.add(log)).as(log).isTrue());
        return all;
    }

    /** Records that take back others. */
    int removed() {
        return removed;
    }

    /**
     * Those of the chain itself after a block: all that v3 pools and their position manager wrote, but what says nothing of positions.
     */
    static Set<String> of(LabChain chain, long after) {
        Set<String> all = new TreeSet<>();
        try (Stream<JsonNode> logs = chain.watchedLogs()) {
            logs.filter(log -> log.get("blockNumber").asLong() > after)
                    .forEach(log -> all.add(log.get("blockHash").asText() + ":" + log.get("logIndex")));
        }
        return all;
    }
}
