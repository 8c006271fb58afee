/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.exchange.market.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Kraken's spot market, version 2 of its messages: {@code ticker} at each change of the best bid or ask, and {@code trade}, whose
 * numbers have no gaps. After subscribing it tells the last trades again.
 */
final class KrakenAdapter implements VenueAdapter {

    static final String VENUE = "kraken";

    private final Symbols symbols;
    private final Numbering trades = new Numbering(Numbering.Kind.CONTIGUOUS);

    KrakenAdapter(VenuePlan plan) {
        symbols = new Symbols(VENUE, plan.instruments(), name -> name);
    }

    @Override
    public List<String> opening() {
        ObjectNode ticker = subscription("ticker");
        ((ObjectNode) ticker.get("params")).put("event_trigger", "bbo");
        return List.of(ticker.toString(), subscription("trade").toString());
    }

    private ObjectNode subscription(String channel) {
        ObjectNode subscription = JsonNodeFactory.instance.objectNode().put("method", "subscribe");
        ObjectNode parameters = subscription.putObject("params").put("channel", channel);
        symbols.wireNames().forEach(parameters.putArray("symbol")::add);
        return subscription;
    }

    @Override
    public Optional<String> ping() {
        return Optional.of("{\"method\":\"ping\"}");
    }

    @Override
    public List<Heard> hear(JsonNode message, Instant heardAt) throws MalformedMessageException {
        Fields fields = Fields.of(message);
        if (fields.has("channel")) {
            return onChannel(fields.text("channel"), fields, heardAt);
        } else if (fields.has("error")) {
            return Said.complaint(fields.text("error"));
        }
        return fields.has("method") ? Said.aside(fields.text("method")) : Said.unknown("message without a channel");
    }

    private List<Heard> onChannel(String channel, Fields fields, Instant heardAt) throws MalformedMessageException {
        return switch (channel) {
            case "ticker" ->
                Items.each(
                        channel,
                        fields.array("data"),
                        item -> symbols.ofOurs(item.text("symbol"), id -> quote(id, item, heardAt)));
            case "trade" ->
                Items.each(
                        channel,
                        fields.array("data"),
                        item -> symbols.ofOurs(item.text("symbol"), id -> trade(id, item)));
            case "status" -> Items.each(channel, fields.array("data"), KrakenAdapter::status);
            case "heartbeat" -> Said.aside(channel);
            default -> Said.unknown(channel);
        };
    }

    private static List<Heard> quote(String id, Fields item, Instant heardAt) throws MalformedMessageException {
        Instant time = item.has("timestamp") ? item.time("timestamp") : heardAt;
        return Said.quote(id, item.decimalOrNone("bid"), item.decimalOrNone("ask"), time)
                .map(Said::market)
                .orElse(Said.aside("ticker of a one-sided book"));
    }

    private List<Heard> trade(String id, Fields item) throws MalformedMessageException {
        Observed trade = new Observed.Trade(id, item.decimal("price"), item.time("timestamp"));
        return trades.hear(item.whole("trade_id"), trade);
    }

    private static List<Heard> status(Fields item) throws MalformedMessageException {
        String system = item.text("system");
        return system.equals("online") ? Said.aside("status") : Said.complaint("the exchange is in " + system);
    }
}
