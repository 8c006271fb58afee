/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.csv.CsvRow;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.records.SourceLine;
import java.util.Optional;

/** Trades of Binance, single ones or all that one order made at one price. */
record BinanceTrades(CsvColumns columns, String timeColumn, String instrumentId) implements MarketLineParser {

    @Override
    public Optional<Observed> parse(SourceLine line) throws MalformedLogException {
        CsvRow row = columns.row(line);
        row.positive("quantity");
        return Optional.of(new Observed.Trade(instrumentId, row.positive("price"), row.millisOrMicros(timeColumn)));
    }
}
