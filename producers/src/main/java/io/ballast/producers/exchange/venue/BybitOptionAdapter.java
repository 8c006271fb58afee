/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.exchange.market.OptionBook;
import io.ballast.producers.exchange.market.OptionMarks;
import io.ballast.schema.OptionSettlement;
import java.util.List;

/** Bybit's options, all settled in dollars. Volatilities come as fractions; zero stands for nobody. */
final class BybitOptionAdapter extends BybitAdapter {

    BybitOptionAdapter(VenuePlan plan) {
        super(new Symbols(VENUE, plan.instruments(), name -> name), List.of("tickers"));
    }

    @Override
    List<Heard> state(String id, String symbol, Fields message) throws MalformedMessageException {
        Fields ticker = message.object("data");
        OptionBook book = new OptionBook(
                ticker.decimalButZero("bidPrice"),
                ticker.decimalButZero("bidSize"),
                ticker.decimalButZero("bidIv"),
                ticker.decimalButZero("askPrice"),
                ticker.decimalButZero("askSize"),
                ticker.decimalButZero("askIv"));
        OptionMarks marks = new OptionMarks(
                ticker.decimalButZero("markPrice"),
                ticker.decimalButZero("markPriceIv"),
                ticker.decimalButZero("underlyingPrice"),
                ticker.decimalButZero("indexPrice"));
        return Said.market(new Observed.Option(
                id, OptionName.terms(VENUE, symbol, OptionSettlement.LINEAR), book, marks, message.millis("ts")));
    }
}
