/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.csv.CsvRow;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.records.SourceLine;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.QuotedOption;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * Reads book summaries of coin-settled options as Deribit's {@code public/get_book_summary_by_currency} has them, as CSV: one
 * option a line, of which the first names the columns. Prices are in coins; options expire at 08:00 UTC and are on one coin.
 * Sizes are not told.
 */
final class OptionLineParser {

    private static final String VENUE = "deribit";
    private static final int EXPIRY_HOUR = 8;
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dMMMyy")
            .toFormatter(Locale.ENGLISH);

    private static final List<String> COLUMNS = List.of(
            "creation_timestamp",
            "base_currency",
            "instrument_name",
            "underlying_price",
            "estimated_delivery_price",
            "mark_price",
            "bid_price",
            "ask_price",
            "expire_date",
            "strike_price",
            "option_type");

    private final CsvColumns columns;

    /** @throws InputException if a column is missing or there twice */
    OptionLineParser(SourceLine header) {
        columns = CsvColumns.named(header, "options", COLUMNS);
    }

    /** @throws MalformedLogException if a value is missing or has not the form that it must have */
    QuotedOption parse(SourceLine line) throws MalformedLogException {
        CsvRow fields = columns.row(line);
        return QuotedOption.newBuilder()
                .setInstrumentId(VENUE + ":" + fields.text("instrument_name"))
                .setUnderlying(fields.text("base_currency"))
                .setVenue(VENUE)
                .setRight(right(fields))
                .setStrike(fields.number("strike_price").doubleValue())
                .setExpiry(expiry(fields))
                .setSettlement(OptionSettlement.COIN)
                .setContractSize(1)
                .setBidPrice(number(fields, "bid_price"))
                .setAskPrice(number(fields, "ask_price"))
                .setMarkPrice(number(fields, "mark_price"))
                .setUnderlyingPrice(number(fields, "underlying_price"))
                .setIndexPrice(number(fields, "estimated_delivery_price"))
                .setEventTime(time(fields))
                .build();
    }

    private static Double number(CsvRow fields, String column) throws MalformedLogException {
        return fields.numberOrNone(column).map(BigDecimal::doubleValue).orElse(null);
    }

    private static CallOrPut right(CsvRow fields) throws MalformedLogException {
        String type = fields.text("option_type");
        return switch (type) {
            case "C" -> CallOrPut.CALL;
            case "P" -> CallOrPut.PUT;
            default -> throw new MalformedLogException("option_type is [" + type + "], neither C nor P");
        };
    }

    private static Instant expiry(CsvRow fields) throws MalformedLogException {
        String day = fields.text("expire_date");
        try {
            return LocalDate.parse(day, DAY).atTime(EXPIRY_HOUR, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new MalformedLogException("expire_date is [" + day + "], not of the form 26JAN24", e);
        }
    }

    private static Instant time(CsvRow fields) throws MalformedLogException {
        String text = fields.text("creation_timestamp");
        try {
            return Instant.ofEpochMilli(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new MalformedLogException(
                    "creation_timestamp is [" + text + "], not milliseconds since the epoch", e);
        }
    }
}
