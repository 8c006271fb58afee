/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.producers.sink.SinkOptions;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ClientKind;
import java.util.HashMap;
import java.util.Map;

/** What producers read, out of our settings: Kafka's and the registry client's own keys without prefixes. */
final class ProducerSettings {
    private ProducerSettings() {}

    static Map<String, String> of(BallastConfig config) {
        Map<String, String> settings = new HashMap<>();
        config.kafka(ClientKind.PRODUCER).forEach((key, value) -> settings.put(key, value.toString()));
        config.registry().forEach((key, value) -> settings.put(key, value.toString()));
        settings.put(SinkOptions.TOPIC_PREFIX, config.topicPrefix());
        settings.put(RegistryClients.AUTO_REGISTER, Boolean.toString(config.autoRegisterSchemas()));
        return settings;
    }
}
