/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.exchange.market.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Bybit's markets have in common: subscriptions by topics, ten at a time; its own ping; trades, which it does not number
 * without gaps.
 */
abstract class BybitAdapter implements VenueAdapter {

    static final String VENUE = "bybit";

    private static final int TOPICS_PER_REQUEST = 10;

    private final Symbols symbols;
    private final List<String> kinds;

    /** @param kinds  of topics wanted of each symbol */
    BybitAdapter(Symbols symbols, List<String> kinds) {
        this.symbols = symbols;
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public List<String> opening() {
        List<String> topics = symbols.wireNames().stream()
                .flatMap(symbol -> kinds.stream().map(kind -> kind + "." + symbol))
                .toList();
        List<String> requests = new ArrayList<>();
        for (int from = 0; from < topics.size(); from += TOPICS_PER_REQUEST) {
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("op", "subscribe");
            ArrayNode arguments = request.putArray("args");
            topics.subList(from, Math.min(topics.size(), from + TOPICS_PER_REQUEST))
                    .forEach(arguments::add);
            requests.add(request.toString());
        }
        return requests;
    }

    @Override
    public Optional<String> ping() {
        return Optional.of("{\"op\":\"ping\"}");
    }

    @Override
    public List<Heard> hear(JsonNode message, Instant heardAt) throws MalformedMessageException {
        Fields fields = Fields.of(message);
        if (fields.has("topic")) {
            return onTopic(fields.text("topic"), fields);
        } else if (fields.node("success").isBoolean() && !fields.node("success").asBoolean()) {
            return Said.complaint(fields.textOrNone("ret_msg").orElse(fields.toString()));
        }
        return fields.has("op") || fields.has("success")
                ? Said.aside(fields.textOrNone("op").orElse("answer"))
                : Said.unknown("message without a topic");
    }

    private List<Heard> onTopic(String topic, Fields fields) throws MalformedMessageException {
        int end = topic.lastIndexOf('.');
        String kind = topic.substring(0, Math.max(0, end));
        String symbol = topic.substring(end + 1);
        if (!kinds.contains(kind)) {
            return Said.unknown(kind.isEmpty() ? topic : kind);
        } else if (kind.equals("publicTrade")) {
            return Items.each(
                    kind, fields.array("data"), item -> symbols.ofOurs(item.text("s"), id -> trade(id, item)));
        }
        return symbols.ofOurs(symbol, id -> state(id, symbol, fields));
    }

    /** What the market tells of an instrument besides trades. */
    abstract List<Heard> state(String id, String symbol, Fields message) throws MalformedMessageException;

    private static List<Heard> trade(String id, Fields item) throws MalformedMessageException {
        return Said.market(new Observed.Trade(id, item.decimal("p"), item.millis("T")));
    }
}
