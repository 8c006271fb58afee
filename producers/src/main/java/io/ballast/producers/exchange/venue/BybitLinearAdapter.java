/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.exchange.market.Funding;
import io.ballast.producers.exchange.market.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bybit's perpetuals in USDT and USDC. After a snapshot its tickers say only what has changed: we keep the rest. */
final class BybitLinearAdapter extends BybitAdapter {

    private static final List<String> OF_QUOTE = List.of("bid1Price", "ask1Price");
    private static final List<String> OF_MARK =
            List.of("markPrice", "indexPrice", "fundingRate", "nextFundingTime", "fundingIntervalHour");

    private final Map<String, ObjectNode> tickers = new HashMap<>();

    BybitLinearAdapter(VenuePlan plan) {
        super(new Symbols(VENUE, plan.instruments(), name -> name), List.of("tickers", "publicTrade"));
    }

    @Override
    public List<String> opening() {
        tickers.clear();
        return super.opening();
    }

    @Override
    List<Heard> state(String id, String symbol, Fields message) throws MalformedMessageException {
        Fields change = message.object("data");
        if (message.text("type").equals("snapshot")) {
            tickers.put(symbol, JsonNodeFactory.instance.objectNode());
        }
        ObjectNode known = tickers.get(symbol);
        if (known == null) {
            return List.of(new Heard.StartOver("a change of " + symbol + " without what it changes"));
        }
        Instant time = message.millis("ts");
        List<Heard> heard = new ArrayList<>();
        if (keep(OF_QUOTE, change, known)) {
            heard.addAll(quote(id, Fields.of(known), time));
        }
        if (keep(OF_MARK, change, known)) {
            heard.addAll(mark(id, Fields.of(known), time));
        }
        return heard.isEmpty() ? Said.aside("ticker without a price") : heard;
    }

    private static boolean keep(List<String> names, Fields change, ObjectNode known) {
        List<String> changed = names.stream().filter(change::has).toList();
        changed.forEach(name -> known.set(name, change.node(name)));
        return !changed.isEmpty();
    }

    private static List<Heard> quote(String id, Fields ticker, Instant time) throws MalformedMessageException {
        return Said.quote(id, ticker.decimalOrNone("bid1Price"), ticker.decimalOrNone("ask1Price"), time)
                .map(Said::market)
                .orElse(Said.aside("ticker of a one-sided book"));
    }

    private static List<Heard> mark(String id, Fields ticker, Instant time) throws MalformedMessageException {
        return Said.market(new Observed.Mark(
                id, ticker.decimal("markPrice"), ticker.decimalButZero("indexPrice"), funding(ticker), time));
    }

    private static Optional<Funding> funding(Fields ticker) throws MalformedMessageException {
        Optional<BigDecimal> rate = ticker.decimalOrNone("fundingRate");
        return rate.isEmpty()
                ? Optional.empty()
                : Optional.of(new Funding(
                        rate.get(), ticker.smallOrNone("fundingIntervalHour"), ticker.millisOrNone("nextFundingTime")));
    }
}
