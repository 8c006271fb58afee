/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.rolling.Windows;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowListTest {

    @Test
    void shouldBeTheUsualWindowsByDefault() {
        Map<String, Object> defaults = BallastKeys.definition().parse(Map.of(BallastKeys.STATE_DIR, "state"));

        assertThat(WindowList.parse(asStrings(defaults.get(PublicationKeys.WINDOWS))))
                .isEqualTo(Windows.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5w", "0m", "-1h", "1h,5m", "5m,5m", "60s,1m", ""})
    void shouldRefuseWhatAreNoGrowingWindows(String windows) {
        Map<String, String> settings = Map.of(BallastKeys.STATE_DIR, "state", PublicationKeys.WINDOWS, windows);

        assertThatThrownBy(() -> BallastKeys.definition().parse(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(PublicationKeys.WINDOWS);
    }

    private static List<String> asStrings(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
