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
 * Coinbase Exchange: {@code ticker} for the best of both sides, {@code matches} for trades, whose numbers have no gaps, and
 * {@code heartbeat} for a sign of life each second.
 */
final class CoinbaseAdapter implements VenueAdapter {

    static final String VENUE = "coinbase";

    private final Symbols symbols;
    private final Numbering tickers = new Numbering(Numbering.Kind.RISING);
    private final Numbering trades = new Numbering(Numbering.Kind.CONTIGUOUS);

    CoinbaseAdapter(VenuePlan plan) {
        symbols = new Symbols(VENUE, plan.instruments(), name -> name);
    }

    @Override
    public List<String> opening() {
        ObjectNode subscription = JsonNodeFactory.instance.objectNode().put("type", "subscribe");
        symbols.wireNames().forEach(subscription.putArray("product_ids")::add);
        subscription.putArray("channels").add("ticker").add("matches").add("heartbeat");
        return List.of(subscription.toString());
    }

    @Override
    public List<Heard> hear(JsonNode message, Instant heardAt) throws MalformedMessageException {
        Fields fields = Fields.of(message);
        String type = fields.text("type");
        return switch (type) {
            case "ticker" -> symbols.ofOurs(fields.text("product_id"), id -> quote(id, fields, heardAt));
            case "match", "last_match" -> symbols.ofOurs(fields.text("product_id"), id -> trade(id, fields));
            case "heartbeat", "subscriptions" -> Said.aside(type);
            case "error" ->
                Said.complaint(fields.text("message")
                        + fields.textOrNone("reason")
                                .map(reason -> ": " + reason)
                                .orElse(""));
            default -> Said.unknown(type);
        };
    }

    private List<Heard> quote(String id, Fields fields, Instant heardAt) throws MalformedMessageException {
        Instant time = fields.has("time") ? fields.time("time") : heardAt;
        Optional<Observed> quote =
                Said.quote(id, fields.decimalOrNone("best_bid"), fields.decimalOrNone("best_ask"), time);
        return quote.isPresent()
                ? tickers.hear(fields.whole("sequence"), quote.get())
                : Said.aside("ticker of a one-sided book");
    }

    private List<Heard> trade(String id, Fields fields) throws MalformedMessageException {
        Observed trade = new Observed.Trade(id, fields.decimal("price"), fields.time("time"));
        return trades.hear(fields.whole("trade_id"), trade);
    }
}
