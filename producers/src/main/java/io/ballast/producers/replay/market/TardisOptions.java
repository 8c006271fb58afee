/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.csv.CsvRow;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.exchange.market.OptionBook;
import io.ballast.producers.exchange.market.OptionMarks;
import io.ballast.producers.exchange.market.OptionTerms;
import io.ballast.producers.records.SourceLine;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quotes of options as Tardis has them, of Deribit alone: volatilities are as the exchange tells them, there in percent, and units of
 * amounts and prices are the exchange's own, too. A side that nobody is on is empty or 0.
 */
final class TardisOptions implements MarketLineParser {

    private static final String DERIBIT = "deribit";
    private static final int PERCENT = 2;

    /** {@code ETH-26JAN24-2400-C} is settled in coins, {@code SOL_USDC-26JAN24-100-C} in dollars. */
    private static final Pattern SYMBOL = Pattern.compile("([A-Z0-9]+)(_[A-Z]+)?-.+-[CP]");

    private final CsvColumns columns;

    TardisOptions(CsvColumns columns) {
        this.columns = columns;
    }

    @Override
    public Optional<Observed> parse(SourceLine line) throws MalformedLogException {
        CsvRow row = columns.row(line);
        if (!row.text("exchange").equals(DERIBIT)) {
            throw row.broken("exchange", "deribit, the only one whose units of options are known");
        }
        return Optional.of(new Observed.Option(
                DERIBIT + ":" + row.text("symbol"), terms(row), book(row), marks(row), row.micros("timestamp")));
    }

    private static OptionTerms terms(CsvRow row) throws MalformedLogException {
        Matcher symbol = SYMBOL.matcher(row.text("symbol"));
        if (!symbol.matches()) {
            throw row.broken("symbol", "an option's name such as ETH-26JAN24-2400-C");
        }
        return new OptionTerms(
                DERIBIT,
                symbol.group(1),
                row.micros("expiration"),
                row.positive("strike_price"),
                right(row),
                symbol.group(2) == null ? OptionSettlement.COIN : OptionSettlement.LINEAR);
    }

    private static CallOrPut right(CsvRow row) throws MalformedLogException {
        return switch (row.text("type")) {
            case "call" -> CallOrPut.CALL;
            case "put" -> CallOrPut.PUT;
            default -> throw row.broken("type", "call or put");
        };
    }

    private static OptionBook book(CsvRow row) throws MalformedLogException {
        return new OptionBook(
                row.numberButZero("bid_price"),
                row.numberButZero("bid_amount"),
                fraction(row, "bid_iv"),
                row.numberButZero("ask_price"),
                row.numberButZero("ask_amount"),
                fraction(row, "ask_iv"));
    }

    private static OptionMarks marks(CsvRow row) throws MalformedLogException {
        return new OptionMarks(
                row.numberButZero("mark_price"),
                fraction(row, "mark_iv"),
                row.numberButZero("underlying_price"),
                Optional.empty());
    }

    private static Optional<BigDecimal> fraction(CsvRow row, String column) throws MalformedLogException {
        return row.numberButZero(column).map(percent -> percent.movePointLeft(PERCENT));
    }
}
