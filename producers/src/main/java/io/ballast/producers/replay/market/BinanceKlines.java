/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.csv.CsvRow;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.records.SourceLine;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Bars of Binance. Of each the last trade is known by price and, to the length of the bar, by time: it becomes a trade at the end
 * of the bar, when the bar was known. Open, high and low have no time of their own and only serve to check.
 */
record BinanceKlines(CsvColumns columns, String instrumentId) implements MarketLineParser {

    @Override
    public Optional<Observed> parse(SourceLine line) throws MalformedLogException {
        CsvRow row = columns.row(line);
        BigDecimal close = row.positive("close");
        requireWithin(row, "open");
        requireWithin(row, "close");
        if (!row.millisOrMicros("close_time").isAfter(row.millisOrMicros("open_time"))) {
            throw row.broken("close_time", "after open_time " + row.value("open_time"));
        }
        return row.number("count").signum() == 0
                ? Optional.empty()
                : Optional.of(new Observed.Trade(instrumentId, close, row.millisOrMicros("close_time")));
    }

    private static void requireWithin(CsvRow row, String column) throws MalformedLogException {
        BigDecimal price = row.positive(column);
        if (price.compareTo(row.positive("low")) < 0 || price.compareTo(row.positive("high")) > 0) {
            throw row.broken(column, "between low " + row.value("low") + " and high " + row.value("high"));
        }
    }

    @Override
    public String sayingNothing() {
        return "a bar without a trade";
    }
}
