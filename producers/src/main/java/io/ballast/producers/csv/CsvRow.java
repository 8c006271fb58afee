/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.csv;

import io.ballast.producers.evm.MalformedLogException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values of one line by column, numbers exactly as they are written. Blanks around a value do not count; an empty one is
 * none. Where a value breaks a rule the exception names the column, the value and the rule.
 */
public final class CsvRow {

    /** Of a size that somebody could mean. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,80}(?:\\.[0-9]{0,60})?(?:[eE][+-]?[0-9]{1,2})?");

    private static final int LONGEST_QUOTE = 80;

    private final CsvColumns columns;
    private final List<String> values;

    CsvRow(CsvColumns columns, List<String> values) {
        this.columns = columns;
        this.values = values;
    }

    /** The value as text, which may be empty. */
    public String value(String column) {
        return values.get(columns.place(column)).strip();
    }

    public Optional<String> textOrNone(String column) {
        return Optional.of(value(column)).filter(text -> !text.isEmpty());
    }

    public String text(String column) throws MalformedLogException {
        return textOrNone(column).orElseThrow(() -> new MalformedLogException(column + " is empty"));
    }

    public BigDecimal number(String column) throws MalformedLogException {
        String text = text(column);
        if (!NUMBER.matcher(text).matches()) {
            throw broken(column, "a number");
        }
        return new BigDecimal(text);
    }

    public Optional<BigDecimal> numberOrNone(String column) throws MalformedLogException {
        return textOrNone(column).isEmpty() ? Optional.empty() : Optional.of(number(column));
    }

    /** A number where there is one; zero is none, too. */
    public Optional<BigDecimal> numberButZero(String column) throws MalformedLogException {
        return numberOrNone(column).filter(value -> value.signum() != 0);
    }

    public BigDecimal positive(String column) throws MalformedLogException {
        BigDecimal number = number(column);
        if (number.signum() <= 0) {
            throw broken(column, "above 0");
        }
        return number;
    }

    /** A time in milliseconds or in microseconds since the epoch, told apart by its size. */
    public Instant millisOrMicros(String column) throws MalformedLogException {
        return EpochTime.ofMillisOrMicros(text(column)).orElseThrow(() -> broken(column, EpochTime.MILLIS_OR_MICROS));
    }

    /** A time in microseconds since the epoch. */
    public Instant micros(String column) throws MalformedLogException {
        return EpochTime.ofMicros(text(column)).orElseThrow(() -> broken(column, EpochTime.MICROS));
    }

    public Optional<Instant> microsOrNone(String column) throws MalformedLogException {
        return textOrNone(column).isEmpty() ? Optional.empty() : Optional.of(micros(column));
    }

    /** What to throw if the column's value is not as the rule says. */
    public MalformedLogException broken(String column, String rule) {
        String value = value(column);
        String shown = value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
        return new MalformedLogException(column + " is [" + shown + "], not " + rule);
    }
}
