/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTimeTest {

    @Test
    void bothUnitsAreToldByTheirSize() {
        Instant time = Instant.parse("2024-12-31T23:59:59.999Z");

        assertThat(EpochTime.ofMillisOrMicros("1735689599999")).contains(time);
        assertThat(EpochTime.ofMillisOrMicros("1735689599999000")).contains(time);
        assertThat(EpochTime.ofMicros("1735689599999000")).contains(time);
    }

    @Test
    void theEndsOfTheRange() {
        assertThat(EpochTime.ofMillisOrMicros("1230768000000")).contains(Instant.parse("2009-01-01T00:00:00Z"));
        assertThat(EpochTime.ofMillisOrMicros("1230767999999")).isEmpty();
        assertThat(EpochTime.ofMicros("4102444799999999")).contains(Instant.parse("2099-12-31T23:59:59.999999Z"));
        assertThat(EpochTime.ofMicros("4102444800000000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1735689599", "1735689599999999999", "17356895999.9", "-1735689599999", "now", ""})
    void secondsNanosecondsAndWhatIsNoNumberAreNone(String text) {
        assertThat(EpochTime.ofMillisOrMicros(text)).isEmpty();
        assertThat(EpochTime.ofMicros(text)).isEmpty();
    }
}
