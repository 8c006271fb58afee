/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.records.SourceLine;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.QuotedOption;
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
        columns = new CsvColumns(header, "options", COLUMNS);
    }

    /** @throws MalformedLogException if a value is missing or has not the form that it must have */
    QuotedOption parse(SourceLine line) throws MalformedLogException {
        List<String> fields = columns.values(line);
        return QuotedOption.newBuilder()
                .setInstrumentId(VENUE + ":" + text(fields, "instrument_name"))
                .setUnderlying(text(fields, "base_currency"))
                .setVenue(VENUE)
                .setRight(right(fields))
                .setStrike(number(fields, "strike_price"))
                .setExpiry(expiry(fields))
                .setSettlement(OptionSettlement.COIN)
                .setContractSize(1)
                .setBidPrice(numberOrNone(fields, "bid_price"))
                .setAskPrice(numberOrNone(fields, "ask_price"))
                .setMarkPrice(numberOrNone(fields, "mark_price"))
                .setUnderlyingPrice(numberOrNone(fields, "underlying_price"))
                .setIndexPrice(numberOrNone(fields, "estimated_delivery_price"))
                .setEventTime(time(fields))
                .build();
    }

    private String text(List<String> fields, String column) throws MalformedLogException {
        String text = columns.value(fields, column);
        if (text.isEmpty()) {
            throw new MalformedLogException(column + " is empty");
        }
        return text;
    }

    private double number(List<String> fields, String column) throws MalformedLogException {
        String text = text(fields, column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new MalformedLogException(column + " is [" + text + "], not a number", e);
        }
    }

    private Double numberOrNone(List<String> fields, String column) throws MalformedLogException {
        return columns.value(fields, column).isEmpty() ? null : Double.valueOf(number(fields, column));
    }

    private CallOrPut right(List<String> fields) throws MalformedLogException {
        String type = text(fields, "option_type");
        return switch (type) {
            case "C" -> CallOrPut.CALL;
            case "P" -> CallOrPut.PUT;
            default -> throw new MalformedLogException("option_type is [" + type + "], neither C nor P");
        };
    }

    private Instant expiry(List<String> fields) throws MalformedLogException {
        String day = text(fields, "expire_date");
        try {
            return LocalDate.parse(day, DAY).atTime(EXPIRY_HOUR, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new MalformedLogException("expire_date is [" + day + "], not of the form 26JAN24", e);
        }
    }

    private Instant time(List<String> fields) throws MalformedLogException {
        String text = text(fields, "creation_timestamp");
        try {
            return Instant.ofEpochMilli(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new MalformedLogException(
                    "creation_timestamp is [" + text + "], not milliseconds since the epoch", e);
        }
    }
}
