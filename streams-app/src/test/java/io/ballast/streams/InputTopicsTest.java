/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.streams.config.AlertKeys;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputTopicsTest {

    @Test
    void shouldHaveOutputsThatRulesAreAbout_andNoOthers() {
        assertThat(InputTopics.of(config(true)))
                .contains("ballast.price-ticks", "ballast.desk-prices", "ballast.pool-risk")
                .doesNotContain("ballast.position-risk", "ballast.alerts");
    }

    @Test
    void shouldHaveNoOutputWithoutRules() {
        assertThat(InputTopics.of(config(false)))
                .contains("ballast.price-ticks")
                .doesNotContain("ballast.pool-risk");
    }

    private static BallastConfig config(boolean builtInRules) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", "unused:1");
        settings.put("schema.registry.url", "mock://unused");
        settings.put(BallastKeys.STATE_DIR, "unused");
        settings.put(AlertKeys.DEFAULTS, Boolean.toString(builtInRules));
        return BallastConfig.of(settings);
    }
}
