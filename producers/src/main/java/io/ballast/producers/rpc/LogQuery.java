/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Which logs {@code eth_getLogs} is to give.
 *
 * @param addresses  of any of these contracts; empty: of all
 * @param topics  at each place any of these; an empty set: anything
 */
public record LogQuery(Set<String> addresses, List<Set<String>> topics) {

    public LogQuery {
        addresses = Set.copyOf(addresses);
        topics = topics.stream().map(Set::copyOf).toList();
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
