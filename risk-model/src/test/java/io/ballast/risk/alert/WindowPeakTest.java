/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.alert.WindowPeak.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowPeakTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final WindowPeak peak = new WindowPeak(HOUR, List.of());

    @Test
    void shouldMeasureTheFallFromTheGreatestOfTheWindow() {
        assertThat(peak.dropTo(0, 100)).isZero();
        assertThat(peak.dropTo(10 * MINUTE, 200)).isZero();
        assertThat(peak.dropTo(20 * MINUTE, 50)).isEqualTo(0.75);
        assertThat(peak.dropTo(30 * MINUTE, 150)).isEqualTo(0.25);
    }

    @Test
    void shouldForgetWhatIsOlderThanTheWindow() {
        peak.dropTo(0, 100);
        assertThat(peak.dropTo(HOUR, 50)).isEqualTo(0.5);
        assertThat(peak.dropTo(HOUR + 2 * MINUTE, 50))
                .as("what fell has become usual")
                .isZero();
    }

    @Test
    void shouldSayNothingOfWhatWasNeverThere() {
        assertThat(peak.dropTo(0, 0)).isZero();
        assertThat(peak.dropTo(1, 0)).isZero();
    }

    @Test
    void shouldBeWhatAWindowOrALittleMoreWouldSay() {
        Random random = new Random(7);
        List<Part> seen = new ArrayList<>();
        WindowPeak remembered = peak;
        long now = 0;
        for (int i = 0; i < 5000; i++) {
            now += random.nextInt(90_000);
            double value = 100 * random.nextDouble();
            seen.add(new Part(now, value));
            double drop = remembered.dropTo(now, value);

            assertThat(drop).isBetween(drop(seen, now - HOUR, value), drop(seen, now - HOUR - MINUTE, value));
            assertThat(remembered.parts()).hasSizeLessThan(63);
            remembered = new WindowPeak(HOUR, remembered.parts());
        }
    }

    @Test
    void shouldTakeWhatComesLateForTheLatest() {
        peak.dropTo(10 * MINUTE, 100);
        assertThat(peak.dropTo(5 * MINUTE, 50)).isCloseTo(0.5, within(1e-12));
        assertThat(peak.dropTo(11 * MINUTE, 80)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void shouldRefuseAWindowThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WindowPeak(0, List.of()));
    }

    private static double drop(List<Part> seen, long sinceMs, double value) {
        double greatest = seen.stream()
                .filter(part -> part.sinceMs() >= sinceMs)
                .mapToDouble(Part::greatest)
                .max()
                .orElseThrow();
        return 1 - value / greatest;
    }
}
