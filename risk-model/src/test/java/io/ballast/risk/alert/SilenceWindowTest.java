/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceWindowTest {

    private static final int SATURDAY = 1 << 5;
    private static final int EVERY_DAY = 127;
    private static final int EVENING = 22 * 60;
    private static final int MORNING = 6 * 60;

    @Test
    void shouldGoOnIntoTheNextDay_whenItEndsBeforeItBegins() {
        SilenceWindow nights = new SilenceWindow.Weekly(EVERY_DAY, EVENING, MORNING);

        assertThat(end(nights, "2026-11-27T21:59:59Z")).isEqualTo("2026-11-27T21:59:59Z");
        assertThat(end(nights, "2026-11-27T22:00:00Z")).isEqualTo("2026-11-28T06:00:00Z");
        assertThat(end(nights, "2026-11-28T05:59:59Z")).isEqualTo("2026-11-28T06:00:00Z");
        assertThat(end(nights, "2026-11-28T06:00:00Z")).isEqualTo("2026-11-28T06:00:00Z");
    }

    @Test
    void shouldBeginOnItsDaysOnly() {
        SilenceWindow saturdays = new SilenceWindow.Weekly(SATURDAY, 0, 0);

        assertThat(end(saturdays, "2026-11-27T23:59:59Z")).isEqualTo("2026-11-27T23:59:59Z");
        assertThat(end(saturdays, "2026-11-28T12:00:00Z")).isEqualTo("2026-11-29T00:00:00Z");
        assertThat(end(saturdays, "2026-11-29T00:00:00Z")).isEqualTo("2026-11-29T00:00:00Z");
    }

    @Test
    void shouldRefuseOneThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new SilenceWindow.Once(2, 1)).hasMessageContaining("end after");
    }

    private static String end(SilenceWindow window, String time) {
        return Instant.ofEpochMilli(window.endIfInside(Instant.parse(time).toEpochMilli()))
                .toString();
    }
}
