/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.csv;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads times that are written as numbers since the epoch. Those before 2009 or after 2099 are none: the unit is another. */
public final class EpochTime {

    /** Units and range, for messages. */
    static final String MILLIS_OR_MICROS = "milliseconds or microseconds since the epoch, from 2009 to 2099";

    static final String MICROS = "microseconds since the epoch, from 2009 to 2099";

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    /** As milliseconds this is the year 5138, as microseconds 1973. */
    private static final long FIRST_MICROS = 100_000_000_000_000L;

    private static final Instant BEGIN = Instant.parse("2009-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private EpochTime() {}

    /** The unit is told by the size. */
    public static Optional<Instant> ofMillisOrMicros(String text) {
        return whole(text)
                .map(number -> number < FIRST_MICROS ? Instant.ofEpochMilli(number) : micros(number))
                .filter(EpochTime::isUsual);
    }

    static Optional<Instant> ofMicros(String text) {
        return whole(text).map(EpochTime::micros).filter(EpochTime::isUsual);
    }

    private static Optional<Long> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Instant micros(long number) {
        return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
    }

    private static boolean isUsual(Instant time) {
        return !time.isBefore(BEGIN) && time.isBefore(END);
    }
}
