/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.csv.CsvRow;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.records.SourceLine;
import java.util.Optional;

/** Trades as Tardis has them. */
record TardisTrades(CsvColumns columns, InstrumentNames names) implements MarketLineParser {

    @Override
    public Optional<Observed> parse(SourceLine line) throws MalformedLogException {
        CsvRow row = columns.row(line);
        return Optional.of(
                new Observed.Trade(instrumentId(row, names), row.positive("price"), row.micros("timestamp")));
    }

    /** The instrument that a line of Tardis is on. */
    static String instrumentId(CsvRow row, InstrumentNames names) throws MalformedLogException {
        String symbol = row.text("symbol");
        return names.id(row.text("exchange"), symbol)
                .orElseThrow(() ->
                        row.broken("symbol", "a pair that ends in a known asset: " + InstrumentNames.howToSay(symbol)));
    }
}
