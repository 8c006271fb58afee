/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatientClockTest {

    private static final long BUSY_MS = 500;
    private static final long EVENT_MS = 500_000;

    private final PatientClock clock = new PatientClock(Duration.ofMillis(200), 1_000, BUSY_MS);

    @Test
    void shouldGoWithTheWallClock_whileThereIsTime() {
        clock.tell(1_200, BUSY_MS, EVENT_MS);
        clock.tell(1_410, BUSY_MS + 100, EVENT_MS);

        assertThat(clock.countedMs()).isEqualTo(410);
    }

    @Test
    void shouldNotTakeAStallForAWait() {
        clock.tell(61_000, BUSY_MS, EVENT_MS);

        assertThat(clock.countedMs()).isEqualTo(400);
        clock.tell(61_200, BUSY_MS, EVENT_MS);
        assertThat(clock.countedMs()).isEqualTo(600);
    }

    @Test
    void shouldGoSlowly_whileTheThreadIsAtWork() {
        clock.tell(1_200, BUSY_MS + 150, EVENT_MS);
        clock.tell(1_400, BUSY_MS + 330, EVENT_MS);
        assertThat(clock.countedMs()).isEqualTo(40);

        clock.tell(1_600, BUSY_MS + 340, EVENT_MS);
        assertThat(clock.countedMs()).isEqualTo(240);
    }

    @Test
    void shouldGoSlowly_whileEventTimeRaces() {
        clock.tell(1_200, BUSY_MS, EVENT_MS);
        clock.tell(1_400, BUSY_MS, EVENT_MS + 60_000);
        clock.tell(1_600, BUSY_MS, EVENT_MS + 120_000);
        assertThat(clock.countedMs()).isEqualTo(240);

        clock.tell(1_800, BUSY_MS, EVENT_MS + 120_200);
        assertThat(clock.countedMs()).isEqualTo(440);
    }

    @Test
    void shouldStandStill_whenTheWallClockIsPutBack() {
        clock.tell(500, BUSY_MS, EVENT_MS);

        assertThat(clock.countedMs()).isZero();
        clock.tell(700, BUSY_MS, EVENT_MS);
        assertThat(clock.countedMs()).isEqualTo(200);
    }
}
