/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    @Test
    void shouldProcessExactlyOnceUnlessLatencyMattersMore() {
        assertThat(settings())
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("group.protocol", "streams")
                .containsEntry("producer.linger.ms", 2L)
                .containsEntry("producer.transaction.timeout.ms", 6_000)
                .containsEntry("ensure.explicit.internal.resource.naming", true);
        assertThat(settings(BallastKeys.PROFILE, BallastKeys.LATENCY))
                .containsEntry("processing.guarantee", "at_least_once")
                .containsEntry("consumer.isolation.level", "read_committed")
                .doesNotContainKey("producer.transaction.timeout.ms");
    }

    @Test
    void shouldNoticeADeadInstanceSoonWithTheClassicProtocol() {
        assertThat(settings()).doesNotContainKey("consumer.session.timeout.ms");
        assertThat(settings(BallastKeys.GROUP_PROTOCOL, BallastKeys.CLASSIC))
                .containsEntry("consumer.session.timeout.ms", 10_000);
    }

    @Test
    void shouldLetKafkasOwnSettingsWin() {
        assertThat(settings("kafka.streams.commit.interval.ms", "7", "kafka.producer.linger.ms", "9"))
                .containsEntry("commit.interval.ms", "7")
                .containsEntry("producer.linger.ms", "9");
    }

    private static Map<String, Object> settings(String... given) {
        Map<String, String> all = new HashMap<>(Map.of(BallastKeys.STATE_DIR, "state"));
        for (int i = 0; i < given.length; i += 2) {
            all.put(given[i], given[i + 1]);
        }
        return StreamsSettings.of(BallastConfig.of(all), null, null);
    }
}
