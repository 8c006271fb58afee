/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.csv.EpochTime;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.records.SourceLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Binance's public dumps (github.com/binance/binance-public-data). Files of its futures name their columns, those of its spot
 * market mostly do not. Times are milliseconds; in spot files from 2025 on, microseconds. Which instrument it is only the file's
 * name says, and which market only the columns of trades.
 */
enum BinanceForm implements MarketForm {
    KLINES(
            "",
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,"
                    + "ignore"),
    SPOT_AGG_TRADES(
            "binance",
            "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker,is_best_match"),
    FUTURES_AGG_TRADES(
            "binance-futures", "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker"),
    SPOT_TRADES("binance", "id,price,quantity,quote_quantity,time,is_buyer_maker,is_best_match"),
    FUTURES_TRADES("binance-futures", "id,price,quantity,quote_quantity,time,is_buyer_maker");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}(?:\\.[0-9]{1,40})?");
    private static final Pattern FLAG = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMN_NAME = Pattern.compile("[a-z][a-z_]*");
    private static final Pattern FILE_NAME =
            Pattern.compile("([A-Z0-9]+(?:_[A-Z0-9]+)?)-(?:aggTrades|trades|[0-9]{1,2}(?:mo|[smhdw]))-.*");

    private final String exchange;
    private final List<String> columns;

    BinanceForm(String exchange, String columns) {
        this.exchange = exchange;
        this.columns = List.of(columns.split(","));
    }

    /** A line that names the columns fits none: those of both markets may be the same, and the next line tells. */
    @Override
    public boolean fits(SourceLine line) {
        List<String> values = values(line);
        if (values.size() != columns.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!fits(columns.get(i), values.get(i).strip())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String column, String value) {
        if (column.endsWith("time")) {
            return EpochTime.ofMillisOrMicros(value).isPresent();
        }
        return (column.startsWith("is_") ? FLAG : NUMBER).matcher(value).matches();
    }

    private static List<String> values(SourceLine line) {
        try {
            return CsvColumns.split(line);
        } catch (MalformedLogException broken) {
            return List.of();
        }
    }

    @Override
    public boolean isHeader(SourceLine first) {
        List<String> values = values(first);
        return !values.isEmpty()
                && COLUMN_NAME
                        .matcher(values.get(0).strip().toLowerCase(Locale.ROOT))
                        .matches();
    }

    @Override
    public MarketLineParser parser(SourceLine first, InstrumentNames names) {
        String instrumentId = instrumentId(first, names);
        CsvColumns named = CsvColumns.inOrder(columns);
        return switch (this) {
            case KLINES -> new BinanceKlines(named, instrumentId);
            case SPOT_AGG_TRADES, FUTURES_AGG_TRADES -> new BinanceTrades(named, "transact_time", instrumentId);
            case SPOT_TRADES, FUTURES_TRADES -> new BinanceTrades(named, "time", instrumentId);
        };
    }

    private String instrumentId(SourceLine first, InstrumentNames names) {
        Optional<String> symbol = symbol(first.source());
        return symbol.flatMap(names::said)
                .or(names::ofAll)
                .or(() -> symbol.filter(any -> !exchange.isEmpty()).flatMap(name -> names.id(exchange, name)))
                .orElseThrow(() -> new InputException(first.source() + " does not tell its instrument: "
                        + InstrumentNames.howToSay(symbol.orElse("SYMBOL"))));
    }

    private static Optional<String> symbol(String file) {
        Matcher name = FILE_NAME.matcher(Path.of(file).getFileName().toString());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }
}
