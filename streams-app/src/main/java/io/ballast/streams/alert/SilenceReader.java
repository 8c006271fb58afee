/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.SilenceWindow;
import io.ballast.schemas.settings.YamlMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a silence window: {@code from} and {@code until}, two moments; or two times of day, UTC, and perhaps {@code days}. */
final class SilenceReader {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of("days", "from", "until"));
    private static final int EVERY_DAY = (1 << 7) - 1;
    private static final int HOUR_MINUTES = 60;

    private SilenceReader() {}

    static SilenceWindow read(YamlMap window) {
        window.requireKnown(KEYS);
        String from = window.requireText("from");
        String until = window.requireText("until");
        try {
            return from.length() <= "00:00".length()
                    ? new SilenceWindow.Weekly(days(window), minute(from), minute(until))
                    : new SilenceWindow.Once(
                            Instant.parse(from).toEpochMilli(),
                            Instant.parse(until).toEpochMilli());
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw window.wrong(
                    "from",
                    "a silence is from and until two moments, such as 2026-12-24T00:00:00Z, or two times of day, such as 22:00: "
                            + wrong.getMessage());
        }
    }

    private static int minute(String timeOfDay) {
        LocalTime time = LocalTime.parse(timeOfDay);
        return time.getHour() * HOUR_MINUTES + time.getMinute();
    }

    private static int days(YamlMap window) {
        int days = 0;
        for (String name : window.texts("days")) {
            int day = DAYS.indexOf(name.toLowerCase(Locale.ROOT));
            if (day < 0) {
                throw window.wrong("days", "unknown day " + name + YamlMap.hint(name, new LinkedHashSet<>(DAYS)));
            }
            days |= 1 << day;
        }
        return days == 0 ? EVERY_DAY : days;
    }
}
