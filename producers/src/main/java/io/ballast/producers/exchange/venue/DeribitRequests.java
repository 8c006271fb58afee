/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON-RPC requests to Deribit, and what each was about. Mutable, single-threaded. */
final class DeribitRequests {

    /** What a request was about. */
    enum About {
        SUBSCRIPTION,
        OPTIONS,
        INSTRUMENT,
        OTHER
    }

    private final Map<Long, About> open = new HashMap<>();
    private long lastId;

    /** What was asked on an earlier link will not be answered. */
    void forget() {
        open.clear();
    }

    /** What the answered request was about. */
    About answered(long id) {
        return Optional.ofNullable(open.remove(id)).orElse(About.OTHER);
    }

    String heartbeat(int seconds) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("interval", seconds);
        return request(About.OTHER, "public/set_heartbeat", parameters);
    }

    String test() {
        return request(About.OTHER, "public/test", JsonNodeFactory.instance.objectNode());
    }

    String subscribe(List<String> channels) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        channels.forEach(parameters.putArray("channels")::add);
        return request(About.SUBSCRIPTION, "public/subscribe", parameters);
    }

    String optionsOf(String coin) {
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("currency", coin)
                .put("kind", "option")
                .put("expired", false);
        return request(About.OPTIONS, "public/get_instruments", parameters);
    }

    String instrument(String name) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("instrument_name", name);
        return request(About.INSTRUMENT, "public/get_instrument", parameters);
    }

    private String request(About about, String method, ObjectNode parameters) {
        open.put(++lastId, about);
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("id", lastId)
                .put("method", method);
        request.set("params", parameters);
        return request.toString();
    }
}
