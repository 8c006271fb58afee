/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
    private final Map<String, Object> settings =
            BrokerSettings.of(Path.of("/data"), 9092, 9093, Map.of("num.io.threads", "9"));

    @Test
    void everyNameIsKnownToThisVersionOfKafka() {
        // Kafka passes over names that it does not know without a word.
        assertThat(KafkaConfig.configDef().names()).containsAll(settings.keySet());
    }

    @Test
    void kafkaAcceptsTheValues() {
        KafkaConfig config = new KafkaConfig(settings, false);

        assertThat(config.originals())
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093");
        assertThat(config.getInt("offsets.topic.num.partitions")).isEqualTo(4);
    }

    @Test
    void nothingIsKeptForATimeOnly() {
        assertThat(settings).containsEntry("log.retention.ms", "-1").containsEntry("log.retention.bytes", "-1");
    }

    @Test
    void overridesTakePrecedence() {
        assertThat(settings).containsEntry("num.io.threads", "9");
    }
}
