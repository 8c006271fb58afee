/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which logs {@code eth_getLogs} is to give.
 *
 * @param addresses  of any of these contracts; empty: of all
 * @param topics  at each place any of these; an empty set: anything
 */
public record LogQuery(Set<String> addresses, List<Set<String>> topics) {

    /** Nodes refuse longer lists. */
    private static final int MOST_VALUES = 500;

    public LogQuery {
        addresses = Set.copyOf(addresses);
        topics = topics.stream().map(Set::copyOf).toList();
    }

    /** Sets of values that nodes take at one place of a query, which together are all of them. */
    public static List<Set<String>> portions(Collection<String> values) {
        List<String> all = List.copyOf(values);
        return IntStream.range(0, (all.size() + MOST_VALUES - 1) / MOST_VALUES)
                .mapToObj(portion ->
                        all.subList(portion * MOST_VALUES, Math.min(all.size(), (portion + 1) * MOST_VALUES)))
                .map(Set::copyOf)
                .toList();
    }

    /** All logs. */
    public static LogQuery all() {
        return new LogQuery(Set.of(), List.of());
    }

    ObjectNode json() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        if (!addresses.isEmpty()) {
            query.set("address", sorted(addresses));
        }
        if (!topics.isEmpty()) {
            ArrayNode places = query.putArray("topics");
            topics.forEach(any -> {
                if (any.isEmpty()) {
                    places.addNull();
                } else {
                    places.add(sorted(any));
                }
            });
        }
        return query;
    }

    private static ArrayNode sorted(Set<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.stream().sorted().forEach(array::add);
        return array;
    }
}
