/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final Window MINUTE = new Window("1m", 60_000);

    @Test
    void shouldStartOnTheLastGridPointAtOrBefore() {
        assertThat(MINUTE.startAt(100_000)).isEqualTo(40_000);
        assertThat(MINUTE.startAt(100_001)).isEqualTo(40_000);
        assertThat(MINUTE.startAt(100_999)).isEqualTo(40_000);
        assertThat(MINUTE.startAt(101_000)).isEqualTo(41_000);
    }

    @Property
    void shouldBeAtLeastItsLengthAndLessThanASixtiethLonger(@ForAll @LongRange(min = -1_000_000_000L) long nowMs) {
        if (nowMs > Long.MAX_VALUE / 2) {
            return;
        }
        for (Window window : Windows.DEFAULT.all()) {
            long length = nowMs - window.startAt(nowMs);
            assertThat(length).isBetween(window.lengthMs(), window.lengthMs() + window.stepMs() - 1);
        }
    }

    @Test
    void shouldCountAGridPointToTheCellThatEndsThere() {
        assertThat(MINUTE.cellOf(40_000)).isEqualTo(40);
        assertThat(MINUTE.cellOf(40_001)).isEqualTo(41);
        assertThat(new Windows(List.of(MINUTE)).nextStart(40_000)).isEqualTo(40_000);
        assertThat(new Windows(List.of(MINUTE)).nextStart(40_001)).isEqualTo(41_000);
    }

    @Test
    void shouldTellTimesApartOnlyWhileAWindowCan() {
        Windows windows = new Windows(List.of(MINUTE, new Window("1h", 3_600_000)));
        assertThat(windows.canPart(61_000, 62_000, 90_000)).isTrue();
        assertThat(windows.canPart(61_000, 62_000, 122_000)).isFalse();
        assertThat(windows.canPart(119_000, 121_000, 1_000_000)).isTrue();
    }

    @Test
    void shouldRefuseListsThatMakeNoSense() {
        assertThatThrownBy(() -> new Window("x", 61))
                .hasMessageContaining("window x")
                .hasMessageContaining("61 ms");
        assertThatThrownBy(() -> new Window(" ", 60)).hasMessageContaining("60 ms");
        assertThatThrownBy(() -> new Windows(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Windows(List.of(MINUTE, new Window("also", 60_000))))
                .hasMessageContaining("also")
                .hasMessageContaining("must grow");
        assertThatThrownBy(() -> new Windows(List.of(MINUTE, new Window("1m", 120_000))))
                .hasMessageContaining("named 1m");
    }
}
