/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Bybit's spot market. Its tickers have no bid and ask: the first level of the order book has. */
final class BybitSpotAdapter extends BybitAdapter {

    BybitSpotAdapter(VenuePlan plan) {
        super(
                new Symbols(VENUE, plan.instruments(), name -> name.replace("-", "")),
                List.of("orderbook.1", "publicTrade"));
    }

    @Override
    List<Heard> state(String id, String symbol, Fields message) throws MalformedMessageException {
        Fields book = message.object("data");
        Optional<BigDecimal> bid = best("b", book.array("b"));
        Optional<BigDecimal> ask = best("a", book.array("a"));
        return Said.quote(id, bid, ask, message.millis("ts"))
                .<List<Heard>>map(quote -> Said.market(quote))
                .orElse(Said.aside("orderbook of one side"));
    }

    /** Levels are [price, size]. */
    private static Optional<BigDecimal> best(String name, JsonNode levels) throws MalformedMessageException {
        JsonNode price = levels.path(0).path(0);
        return price.isMissingNode() ? Optional.empty() : Optional.of(Fields.decimal(name, price.asText()));
    }
}
