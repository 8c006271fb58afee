/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.UtcTime;
import io.ballast.producers.records.SourceLine;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of one file of minute bars, of which the first names the columns. */
final class MinuteBarParser {

    private static final List<String> COLUMNS = List.of(
            "timestamp",
            "netAmount0",
            "netAmount1",
            "closeTick",
            "openTick",
            "lowestTick",
            "highestTick",
            "inAmount0",
            "inAmount1",
            "currentLiquidity");

    /** Some files have been through a program that makes floating-point numbers of ticks. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("([+-]?[0-9]{1,80})(?:\\.0*)?");

    private static final int WORD_BITS = 256;
    private static final int LIQUIDITY_BITS = 128;

    private final Map<String, Integer> columns;

    /**
     * @param header  the file's first line
     * @throws InputException if a column is missing or there twice
     */
    MinuteBarParser(SourceLine header) {
        columns = new HashMap<>();
        List<String> names = fieldsOf(header);
        for (int i = 0; i < names.size(); i++) {
            if (columns.put(names.get(i).strip(), i) != null) {
                throw new InputException(header.place() + ": column " + names.get(i) + " is there twice");
            }
        }
        for (String column : COLUMNS) {
            if (!columns.containsKey(column)) {
                throw new InputException(header.place() + ": column " + column
                        + " is missing; a file of minute bars has " + String.join(",", COLUMNS));
            }
        }
    }

    private static List<String> fieldsOf(SourceLine header) {
        try {
            return fields(header);
        } catch (MalformedLogException e) {
            throw new InputException(header.place() + ": " + e.getMessage(), e);
        }
    }

    private static List<String> fields(SourceLine line) throws MalformedLogException {
        try {
            String text = new String(line.content(), StandardCharsets.UTF_8);
            List<CsvRecord> records =
                    CsvReader.builder().ofCsvRecord(text).stream().toList();
            if (records.size() != 1) {
                throw new MalformedLogException("this is no line of CSV");
            }
            return records.get(0).getFields();
        } catch (CsvParseException e) {
            throw new MalformedLogException("this is no line of CSV: " + e.getMessage(), e);
        }
    }

    /** @throws MalformedLogException if a value is missing or outside its type */
    MinuteBar parse(SourceLine line) throws MalformedLogException {
        List<String> fields = fields(line);
        if (fields.size() != columns.size()) {
            throw new MalformedLogException(
                    "the line has " + fields.size() + " values for " + columns.size() + " columns");
        }
        return new MinuteBar(
                time(fields),
                signed(fields, "netAmount0"),
                signed(fields, "netAmount1"),
                tick(fields, "closeTick"),
                tick(fields, "openTick"),
                tick(fields, "lowestTick"),
                tick(fields, "highestTick"),
                unsigned(fields, "inAmount0", WORD_BITS),
                unsigned(fields, "inAmount1", WORD_BITS),
                unsigned(fields, "currentLiquidity", LIQUIDITY_BITS));
    }

    private String field(List<String> fields, String column) {
        return fields.get(columns.get(column)).strip();
    }

    private Instant time(List<String> fields) throws MalformedLogException {
        String text = field(fields, "timestamp");
        try {
            Instant time = UtcTime.parse(text);
            if (time.isBefore(Instant.EPOCH)) {
                throw new MalformedLogException("timestamp [" + text + "] is before 1970");
            }
            return time;
        } catch (DateTimeException e) {
            throw new MalformedLogException("timestamp is [" + text + "], not " + UtcTime.FORMS, e);
        }
    }

    private BigInteger signed(List<String> fields, String column) throws MalformedLogException {
        BigInteger value = wholeNumber(fields, column);
        if (value.bitLength() >= WORD_BITS) {
            throw new MalformedLogException(column + " " + value + " is outside the range of int256");
        }
        return value;
    }

    private BigInteger unsigned(List<String> fields, String column, int bits) throws MalformedLogException {
        BigInteger value = wholeNumber(fields, column);
        if (value.signum() < 0 || value.bitLength() > bits) {
            throw new MalformedLogException(column + " " + value + " is outside the range of uint" + bits);
        }
        return value;
    }

    private int tick(List<String> fields, String column) throws MalformedLogException {
        BigInteger value = wholeNumber(fields, column);
        if (value.abs().compareTo(BigInteger.valueOf(TickMath.MAX_TICK)) > 0) {
            throw new MalformedLogException(column + " " + value + " is outside -887272 to 887272");
        }
        return value.intValueExact();
    }

    private BigInteger wholeNumber(List<String> fields, String column) throws MalformedLogException {
        String text = field(fields, column);
        Matcher number = WHOLE_NUMBER.matcher(text);
        if (!number.matches()) {
            throw new MalformedLogException(column + " is [" + text + "], not a whole number");
        }
        return new BigInteger(number.group(1));
    }
}
