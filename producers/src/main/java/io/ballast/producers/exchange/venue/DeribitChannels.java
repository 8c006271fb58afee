/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import io.ballast.producers.exchange.market.Funding;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.exchange.market.OptionBook;
import io.ballast.producers.exchange.market.OptionMarks;
import io.ballast.schema.OptionSettlement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what comes on Deribit's channels. Volatilities come in percent, zero stands for nobody; prices of options are in their
 * settlement asset. Trades are numbered without gaps. Mutable, single-threaded.
 */
final class DeribitChannels {

    private static final int PERCENT = 2;

    private final Numbering trades = new Numbering(Numbering.Kind.CONTIGUOUS);

    List<Heard> read(String channel, Fields parameters) throws MalformedMessageException {
        String kind = channel.substring(0, Math.max(0, channel.indexOf('.')));
        return switch (kind) {
            case "ticker" -> ticker(parameters.object("data"));
            case "trades" -> Items.each(kind, parameters.array("data"), this::trade);
            case "deribit_price_index" -> index(parameters.object("data"));
            case "deribit_volatility_index" -> volatility(parameters.object("data"));
            default -> Said.unknown(kind.isEmpty() ? channel : kind);
        };
    }

    private static String id(String name) {
        return DeribitAdapter.VENUE + ":" + name;
    }

    private static List<Heard> ticker(Fields data) throws MalformedMessageException {
        String name = data.text("instrument_name");
        return OptionName.isOne(name) ? option(name, data) : future(id(name), data);
    }

    private static List<Heard> option(String name, Fields data) throws MalformedMessageException {
        OptionBook book = new OptionBook(
                data.decimalButZero("best_bid_price"),
                data.decimalButZero("best_bid_amount"),
                fraction(data.decimalButZero("bid_iv")),
                data.decimalButZero("best_ask_price"),
                data.decimalButZero("best_ask_amount"),
                fraction(data.decimalButZero("ask_iv")));
        OptionMarks marks = new OptionMarks(
                data.decimalButZero("mark_price"),
                fraction(data.decimalButZero("mark_iv")),
                data.decimalButZero("underlying_price"),
                data.decimalButZero("index_price"));
        return Said.market(new Observed.Option(
                id(name),
                OptionName.terms(DeribitAdapter.VENUE, name, OptionSettlement.COIN),
                book,
                marks,
                data.millis("timestamp")));
    }

    private static Optional<BigDecimal> fraction(Optional<BigDecimal> percent) {
        return percent.map(value -> value.movePointLeft(PERCENT));
    }

    private static List<Heard> future(String id, Fields data) throws MalformedMessageException {
        Instant time = data.millis("timestamp");
        List<Heard> heard = new ArrayList<>();
        Said.quote(id, data.decimalOrNone("best_bid_price"), data.decimalOrNone("best_ask_price"), time)
                .ifPresent(quote -> heard.add(new Heard.Market(quote)));
        Optional<Funding> funding = data.decimalOrNone("current_funding")
                .map(rate -> new Funding(rate, Optional.of(FundingIntervals.DERIBIT_HOURS), Optional.empty()));
        heard.add(new Heard.Market(
                new Observed.Mark(id, data.decimal("mark_price"), data.decimalButZero("index_price"), funding, time)));
        return heard;
    }

    private List<Heard> trade(Fields item) throws MalformedMessageException {
        Observed trade =
                new Observed.Trade(id(item.text("instrument_name")), item.decimal("price"), item.millis("timestamp"));
        return trades.hear(item.whole("trade_seq"), trade);
    }

    /** {@code eth_usd} becomes {@code deribit:ETH-USD-INDEX}, which is no source of a pair by its name. */
    private static List<Heard> index(Fields data) throws MalformedMessageException {
        return mark(id(pair(data) + "-INDEX"), data.decimal("price"), data);
    }

    /** {@code eth_usd} becomes {@code deribit:ETH-USD-DVOL}: a fraction, not a price. */
    private static List<Heard> volatility(Fields data) throws MalformedMessageException {
        return mark(id(pair(data) + "-DVOL"), data.decimal("volatility").movePointLeft(PERCENT), data);
    }

    private static String pair(Fields data) throws MalformedMessageException {
        return data.text("index_name").toUpperCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Heard> mark(String id, BigDecimal value, Fields data) throws MalformedMessageException {
        return Said.market(new Observed.Mark(id, value, Optional.empty(), Optional.empty(), data.millis("timestamp")));
    }
}
