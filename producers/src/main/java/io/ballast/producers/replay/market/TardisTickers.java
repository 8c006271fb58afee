/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.csv.CsvRow;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.exchange.market.Funding;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.exchange.venue.FundingIntervals;
import io.ballast.producers.records.SourceLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Marks, indices and funding of derivatives as Tardis has them. Mutable, single-threaded. */
final class TardisTickers implements MarketLineParser {

    private static final String DERIBIT = "deribit";

    private final CsvColumns columns;
    private final InstrumentNames names;
    private final FundingIntervals intervals = new FundingIntervals();

    TardisTickers(CsvColumns columns, InstrumentNames names) {
        this.columns = columns;
        this.names = names;
    }

    @Override
    public Optional<Observed> parse(SourceLine line) throws MalformedLogException {
        CsvRow row = columns.row(line);
        if (row.textOrNone("mark_price").isEmpty()) {
            return Optional.empty();
        }
        String instrumentId = TardisTrades.instrumentId(row, names);
        Instant time = row.micros("timestamp");
        return Optional.of(new Observed.Mark(
                instrumentId,
                row.positive("mark_price"),
                row.numberButZero("index_price"),
                funding(row, instrumentId, time),
                time));
    }

    private Optional<Funding> funding(CsvRow row, String instrumentId, Instant time) throws MalformedLogException {
        Optional<BigDecimal> rate = row.numberOrNone("funding_rate");
        Optional<Instant> next = row.microsOrNone("funding_timestamp");
        Optional<Integer> hours = row.value("exchange").equals(DERIBIT)
                ? Optional.of(FundingIntervals.DERIBIT_HOURS)
                : next.flatMap(payment -> intervals.hours(instrumentId, time, payment));
        return rate.map(value -> new Funding(value, hours, next));
    }

    @Override
    public String sayingNothing() {
        return "no mark price";
    }
}
