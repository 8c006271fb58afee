/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.records.SourceLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files of Tardis (docs.tardis.dev, downloadable CSV files), of one form for all exchanges: columns are named, times are
 * microseconds, what is not told is empty. Time is that of the exchange ({@code timestamp}), not of arrival.
 */
enum TardisForm implements MarketForm {
    TRADES("trades", "exchange,symbol,timestamp,id,side,price,amount"),
    DERIVATIVE_TICKER(
            "tickers of derivatives",
            "exchange,symbol,timestamp,funding_timestamp,funding_rate,index_price,mark_price"),
    OPTIONS_CHAIN(
            "options",
            "exchange,symbol,timestamp,type,strike_price,expiration,bid_price,bid_amount,bid_iv,ask_price,ask_amount,"
                    + "ask_iv,mark_price,mark_iv,underlying_price");

    private final String words;
    private final List<String> needed;

    TardisForm(String words, String needed) {
        this.words = words;
        this.needed = List.of(needed.split(","));
    }

    @Override
    public boolean fits(SourceLine line) {
        try {
            Set<String> names = new HashSet<>(CsvColumns.split(line));
            return names.containsAll(needed);
        } catch (MalformedLogException broken) {
            return false;
        }
    }

    @Override
    public boolean isHeader(SourceLine first) {
        return true;
    }

    @Override
    public MarketLineParser parser(SourceLine first, InstrumentNames names) {
        CsvColumns columns = CsvColumns.named(first, words, needed);
        return switch (this) {
            case TRADES -> new TardisTrades(columns, names);
            case DERIVATIVE_TICKER -> new TardisTickers(columns, names);
            case OPTIONS_CHAIN -> new TardisOptions(columns);
        };
    }
}
