/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Reads times as input files write them, always UTC. */
public final class UtcTime {

    /** What is accepted, for messages. */
    public static final String FORMS = "a UTC time: 2022-07-19, 2022-07-19 13:45[:00] or 2022-07-19T13:45:00Z";

    private static final DateTimeFormatter WITH_BLANK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]");
    private static final int DATE_LENGTH = "2022-07-19".length();

    private UtcTime() {}

    /** @throws java.time.DateTimeException if it is no time */
    public static Instant parse(String text) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return text.indexOf('T') > 0
                ? Instant.parse(text)
                : LocalDateTime.parse(text, WITH_BLANK).toInstant(ZoneOffset.UTC);
    }
}
