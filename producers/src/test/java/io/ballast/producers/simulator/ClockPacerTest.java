/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockPacerTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = START;

    @Test
    void shouldKeepSimulatedTimeAtRealTime() {
        ClockPacer pacer = ClockPacer.live(START, 1, () -> now);

        now = START.plusMillis(500);
        assertThat(pacer.untilDue(START.plusSeconds(2))).isEqualTo(Duration.ofMillis(1500));
        now = START.plusSeconds(10);
        assertThat(pacer.untilDue(START.plusSeconds(4))).isEqualTo(Duration.ofSeconds(-6));
    }

    @Test
    void shouldLetTimePassFaster() {
        ClockPacer pacer = ClockPacer.live(START, 10, () -> now);

        assertThat(pacer.untilDue(START.plusSeconds(20))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void shouldCountFromTheFirstBlockWhereverThatIs() {
        ClockPacer pacer = ClockPacer.fromFirstBlock(2, () -> now);
        Instant first = START.minus(Duration.ofDays(400));

        assertThat(pacer.untilDue(first)).isZero();
        assertThat(pacer.untilDue(first.plusSeconds(2))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shouldRefuseASpeedThatIsNone() {
        assertThatThrownBy(() -> ClockPacer.live(START, 0, () -> now))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("speed 0.0 is not above 0 and at most a million");
    }
}
