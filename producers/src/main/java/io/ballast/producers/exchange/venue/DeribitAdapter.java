/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Deribit: perpetuals, futures, all options of a coin, price and volatility indices, over JSON-RPC. It asks from time to time
 * whether we are there. Which options there are is asked at each opening: those listed later are heard after the next.
 */
final class DeribitAdapter implements VenueAdapter {

    static final String VENUE = "deribit";

    /** Far below what it takes in one request. */
    private static final int CHANNELS_PER_REQUEST = 250;

    private static final int HEARTBEAT_S = 30;

    private final VenuePlan plan;
    private final DeribitRequests requests = new DeribitRequests();
    private final DeribitChannels channels = new DeribitChannels();

    DeribitAdapter(VenuePlan plan) {
        this.plan = plan;
    }

    @Override
    public List<String> opening() {
        requests.forget();
        List<String> words = new ArrayList<>();
        words.add(requests.heartbeat(HEARTBEAT_S));
        words.addAll(subscriptions(standing()));
        plan.optionsOf().forEach(coin -> words.add(requests.optionsOf(coin)));
        if (plan.contracts()) {
            plan.instruments().forEach(name -> words.add(requests.instrument(name)));
        }
        return words;
    }

    private List<String> standing() {
        List<String> standing = new ArrayList<>();
        for (String name : plan.instruments()) {
            standing.add("ticker." + name + ".100ms");
            standing.add("trades." + name + ".100ms");
        }
        plan.indices().forEach(name -> standing.add("deribit_price_index." + name));
        plan.volatilityIndices().forEach(name -> standing.add("deribit_volatility_index." + name));
        return standing;
    }

    private List<String> subscriptions(List<String> names) {
        List<String> words = new ArrayList<>();
        for (int from = 0; from < names.size(); from += CHANNELS_PER_REQUEST) {
            words.add(requests.subscribe(names.subList(from, Math.min(names.size(), from + CHANNELS_PER_REQUEST))));
        }
        return words;
    }

    @Override
    public List<Heard> hear(JsonNode message, Instant heardAt) throws MalformedMessageException {
        Fields fields = Fields.of(message);
        if (fields.has("method")) {
            return notification(fields.text("method"), fields.object("params"));
        } else if (fields.has("error")) {
            return Said.complaint(fields.node("error").toString());
        }
        return answer(fields, heardAt);
    }

    private List<Heard> notification(String method, Fields parameters) throws MalformedMessageException {
        return switch (method) {
            case "subscription" -> channels.read(parameters.text("channel"), parameters);
            case "heartbeat" ->
                parameters.text("type").equals("test_request")
                        ? List.of(new Heard.Question(requests.test()))
                        : Said.aside(method);
            default -> Said.unknown(method);
        };
    }

    private List<Heard> answer(Fields fields, Instant heardAt) throws MalformedMessageException {
        return switch (requests.answered(fields.whole("id"))) {
            case SUBSCRIPTION -> Said.aside("subscribed");
            case OPTIONS -> options(fields.array("result"), heardAt);
            case INSTRUMENT -> contract(fields.object("result"), heardAt);
            case OTHER -> Said.aside("answer");
        };
    }

    private List<Heard> options(JsonNode listed, Instant heardAt) throws MalformedMessageException {
        List<String> names = new ArrayList<>();
        List<Heard> heard = new ArrayList<>(Items.each("options", listed, item -> {
            names.add("ticker." + item.text("instrument_name") + ".100ms");
            return plan.contracts() ? contract(item, heardAt) : List.of();
        }));
        subscriptions(names).forEach(words -> heard.add(new Heard.Question(words)));
        return heard;
    }

    private static List<Heard> contract(Fields item, Instant heardAt) throws MalformedMessageException {
        return DeribitContracts.of(item, heardAt)
                .map(Said::market)
                .orElse(Said.aside("contract of a kind that is no hedge"));
    }
}
