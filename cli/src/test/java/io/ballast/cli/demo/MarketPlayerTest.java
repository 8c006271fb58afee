/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarketPlayerTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private Instant now = START;
    private final MarketPlayer player = new MarketPlayer("a test", () -> now);

    private Duration waitFor(int second) {
        return player.untilDue(START.plusSeconds(second));
    }

    private void passes(int seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    void goesWithTheClockAtFirst() {
        assertThat(waitFor(10)).isEqualTo(Duration.ofSeconds(10));
        passes(10);
        assertThat(waitFor(10)).isZero();
    }

    @Test
    void goesFaster_fromWhereItIs() {
        waitFor(10);

        player.speed(5);

        assertThat(waitFor(10)).isZero();
        assertThat(waitFor(20)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void waitsWhilePaused_andMakesUpForNothing() {
        waitFor(10);
        player.pause();
        passes(600);
        assertThat(waitFor(10)).isPositive();

        player.play();

        assertThat(waitFor(10)).isZero();
        assertThat(waitFor(12)).isEqualTo(Duration.ofSeconds(2));
        assertThat(player.state().playing()).isTrue();
    }

    @Test
    void leapsForward_andPlaysOnFromThere() {
        waitFor(10);

        player.seek(START.plusSeconds(3600));

        assertThat(waitFor(20)).isZero();
        assertThat(waitFor(3590)).isZero();
        assertThat(player.state().seeking()).contains(START.plusSeconds(3600));
        assertThat(waitFor(3600)).isZero();
        assertThat(player.state().seeking()).isEmpty();
        assertThat(waitFor(3603)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void standsUntilItIsBegunAnew_toGoBack() {
        player.begin(START);
        waitFor(100);

        player.seek(START.plusSeconds(50));

        assertThat(player.goesBack()).isTrue();
        assertThat(waitFor(101)).isPositive();
        player.begin(START);
        assertThat(player.goesBack()).isFalse();
        assertThat(waitFor(49)).isZero();
        assertThat(waitFor(50)).isZero();
        assertThat(waitFor(53)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void isWhereItWasToGo_pausedOnTheWayBack() {
        player.begin(START);
        waitFor(100);
        player.seek(START.plusSeconds(50));
        player.pause();

        player.begin(START);

        assertThat(waitFor(49)).isZero();
        assertThat(waitFor(50)).isPositive();
    }

    @Test
    void goesNotBeforeItsStart() {
        player.begin(START);
        assertThat(player.state().earliest()).isEmpty();
        waitFor(100);

        assertThat(player.state().earliest()).contains(START);
        assertThatThrownBy(() -> player.seek(START.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is before the start");
    }

    @Test
    void refusesASpeedThatIsNone() {
        assertThatThrownBy(() -> player.speed(0)).hasMessageContaining("speed 0.0 is not above 0");
        assertThatThrownBy(() -> player.speed(Double.NaN)).hasMessageContaining("speed NaN");
    }
}
