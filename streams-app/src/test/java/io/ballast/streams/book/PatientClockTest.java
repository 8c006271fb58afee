/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatientClockTest {

    private final PatientClock clock = new PatientClock(Duration.ofMillis(200), 1_000);

    @Test
    void shouldGoWithTheWallClock_whileNothingStalls() {
        clock.tell(1_200);
        clock.tell(1_410);

        assertThat(clock.countedMs()).isEqualTo(410);
    }

    @Test
    void shouldNotTakeAStallForAWait() {
        clock.tell(61_000);

        assertThat(clock.countedMs()).isEqualTo(400);
        clock.tell(61_200);
        assertThat(clock.countedMs()).isEqualTo(600);
    }

    @Test
    void shouldStandStill_whenTheWallClockIsPutBack() {
        clock.tell(500);

        assertThat(clock.countedMs()).isZero();
        clock.tell(700);
        assertThat(clock.countedMs()).isEqualTo(200);
    }
}
