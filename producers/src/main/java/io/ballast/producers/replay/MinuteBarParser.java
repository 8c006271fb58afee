/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.csv.CsvColumns;
import io.ballast.producers.csv.CsvRow;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.UtcTime;
import io.ballast.producers.records.SourceLine;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
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

    private final CsvColumns columns;

    /**
     * @param header  the file's first line
     * @throws InputException if a column is missing or there twice
     */
    MinuteBarParser(SourceLine header) {
        columns = CsvColumns.named(header, "minute bars", COLUMNS);
    }

    /** @throws MalformedLogException if a value is missing or outside its type */
    MinuteBar parse(SourceLine line) throws MalformedLogException {
        CsvRow fields = columns.row(line);
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

    private Instant time(CsvRow fields) throws MalformedLogException {
        String text = fields.value("timestamp");
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

    private BigInteger signed(CsvRow fields, String column) throws MalformedLogException {
        BigInteger value = wholeNumber(fields, column);
        if (value.bitLength() >= WORD_BITS) {
            throw new MalformedLogException(column + " " + value + " is outside the range of int256");
        }
        return value;
    }

    private BigInteger unsigned(CsvRow fields, String column, int bits) throws MalformedLogException {
        BigInteger value = wholeNumber(fields, column);
        if (value.signum() < 0 || value.bitLength() > bits) {
            throw new MalformedLogException(column + " " + value + " is outside the range of uint" + bits);
        }
        return value;
    }

    private int tick(CsvRow fields, String column) throws MalformedLogException {
        BigInteger value = wholeNumber(fields, column);
        if (value.abs().compareTo(BigInteger.valueOf(TickMath.MAX_TICK)) > 0) {
            throw new MalformedLogException(column + " " + value + " is outside -887272 to 887272");
        }
        return value.intValueExact();
    }

    private BigInteger wholeNumber(CsvRow fields, String column) throws MalformedLogException {
        String text = fields.value(column);
        Matcher number = WHOLE_NUMBER.matcher(text);
        if (!number.matches()) {
            throw new MalformedLogException(column + " is [" + text + "], not a whole number");
        }
        return new BigInteger(number.group(1));
    }
}
