/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.exchange.market.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Binance's markets have in common: combined streams, each message with the name of its stream around it; best bid and ask
 * with rising numbers, and aggregated trades, whose numbers have no gaps.
 */
abstract class BinanceStreams implements VenueAdapter {

    static final String VENUE = "binance";

    private final Symbols symbols;
    private final List<String> suffixes;
    private final Numbering books = new Numbering(Numbering.Kind.RISING);
    private final Numbering trades = new Numbering(Numbering.Kind.CONTIGUOUS);

    /** @param suffixes  of the streams wanted of each symbol */
    BinanceStreams(Symbols symbols, List<String> suffixes) {
        this.symbols = symbols;
        this.suffixes = List.copyOf(suffixes);
    }

    @Override
    public List<String> opening() {
        ObjectNode subscription =
                JsonNodeFactory.instance.objectNode().put("method", "SUBSCRIBE").put("id", 1);
        ArrayNode streams = subscription.putArray("params");
        symbols.wireNames()
                .forEach(name -> suffixes.forEach(suffix -> streams.add(name.toLowerCase(Locale.ROOT) + suffix)));
        return List.of(subscription.toString());
    }

    @Override
    public List<Heard> hear(JsonNode message, Instant heardAt) throws MalformedMessageException {
        Fields fields = Fields.of(message);
        if (fields.has("stream")) {
            Fields data = fields.object("data");
            return symbols.ofOurs(data.text("s"), id -> event(id, data, heardAt));
        } else if (fields.has("e")) {
            return notice(fields.text("e"));
        } else if (fields.has("error")) {
            return Said.complaint(fields.node("error").toString());
        } else if (fields.has("code")) {
            return Said.complaint(fields.toString());
        }
        return fields.has("id") ? Said.aside("answer") : Said.unknown("message without a stream");
    }

    private static List<Heard> notice(String event) {
        return event.equals("serverShutdown")
                ? List.of(new Heard.StartOver("the exchange says that it is about to shut down"))
                : Said.unknown(event);
    }

    private List<Heard> event(String id, Fields data, Instant heardAt) throws MalformedMessageException {
        // The spot market's best bid and ask have no name.
        String type = data.textOrNone("e").orElse("bookTicker");
        return switch (type) {
            case "bookTicker" -> quote(id, data, data.has("T") ? data.millis("T") : heardAt);
            case "aggTrade" -> trade(id, data);
            default -> other(type, id, data);
        };
    }

    /** What one of the markets has alone. */
    List<Heard> other(String type, String id, Fields data) throws MalformedMessageException {
        return Said.unknown(type);
    }

    private List<Heard> quote(String id, Fields data, Instant time) throws MalformedMessageException {
        Optional<Observed> quote = Said.quote(id, data.decimalOrNone("b"), data.decimalOrNone("a"), time);
        return quote.isPresent()
                ? books.hear(data.whole("u"), quote.get())
                : Said.aside("bookTicker of a one-sided book");
    }

    private List<Heard> trade(String id, Fields data) throws MalformedMessageException {
        return trades.hear(data.whole("a"), new Observed.Trade(id, data.decimal("p"), data.millis("T")));
    }
}
