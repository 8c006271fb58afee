/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.exchange.market.Funding;
import io.ballast.producers.exchange.market.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Hyperliquid's perpetuals: {@code bbo}, {@code trades} and {@code activeAssetCtx}, which has no time: ours stands in. Funding is
 * paid each hour, and the rate is for one hour. It numbers nothing.
 */
final class HyperliquidAdapter implements VenueAdapter {

    static final String VENUE = "hyperliquid";

    private static final String GREETING = "Websocket connection established.";
    private static final List<String> CHANNELS = List.of("bbo", "trades", "activeAssetCtx");
    private static final int BID = 0;
    private static final int ASK = 1;
    private static final int FUNDING_HOURS = 1;

    private final Symbols symbols;

    HyperliquidAdapter(VenuePlan plan) {
        symbols = new Symbols(VENUE, plan.instruments(), name -> name);
    }

    @Override
    public List<String> opening() {
        return symbols.wireNames().stream()
                .flatMap(coin -> CHANNELS.stream().map(channel -> subscription(channel, coin)))
                .toList();
    }

    private static String subscription(String channel, String coin) {
        ObjectNode subscription = JsonNodeFactory.instance.objectNode().put("method", "subscribe");
        subscription.putObject("subscription").put("type", channel).put("coin", coin);
        return subscription.toString();
    }

    /** It ends a link on which it has had nothing to say for a minute. */
    @Override
    public Optional<String> ping() {
        return Optional.of("{\"method\":\"ping\"}");
    }

    @Override
    public boolean isGreeting(String text) {
        return text.equals(GREETING);
    }

    @Override
    public List<Heard> hear(JsonNode message, Instant heardAt) throws MalformedMessageException {
        Fields fields = Fields.of(message);
        String channel = fields.text("channel");
        return switch (channel) {
            case "bbo" -> {
                Fields data = fields.object("data");
                yield symbols.ofOurs(data.text("coin"), id -> quote(id, data));
            }
            case "trades" ->
                Items.each(
                        channel,
                        fields.array("data"),
                        item -> symbols.ofOurs(item.text("coin"), id -> trade(id, item)));
            case "activeAssetCtx" -> {
                Fields data = fields.object("data");
                yield symbols.ofOurs(data.text("coin"), id -> mark(id, data.object("ctx"), heardAt));
            }
            case "subscriptionResponse", "pong" -> Said.aside(channel);
            case "error" -> Said.complaint(fields.text("data"));
            default -> Said.unknown(channel);
        };
    }

    private static List<Heard> quote(String id, Fields data) throws MalformedMessageException {
        JsonNode sides = data.array("bbo");
        if (!sides.path(BID).isObject() || !sides.path(ASK).isObject()) {
            return Said.aside("bbo of a one-sided book");
        }
        return Said.market(new Observed.Quote(
                id,
                Fields.of(sides.get(BID)).decimal("px"),
                Fields.of(sides.get(ASK)).decimal("px"),
                data.millis("time")));
    }

    private static List<Heard> trade(String id, Fields item) throws MalformedMessageException {
        return Said.market(new Observed.Trade(id, item.decimal("px"), item.millis("time")));
    }

    private static List<Heard> mark(String id, Fields context, Instant heardAt) throws MalformedMessageException {
        Optional<Funding> funding = context.decimalOrNone("funding")
                .map(rate -> new Funding(rate, Optional.of(FUNDING_HOURS), Optional.empty()));
        return Said.market(
                new Observed.Mark(id, context.decimal("markPx"), context.decimalOrNone("oraclePx"), funding, heardAt));
    }
}
