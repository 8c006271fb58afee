/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Turns the options' configuration into that of each Kafka client. */
final class KafkaClients {

    private KafkaClients() {}

    /** The producer's: the caller's keys over our defaults, and what exactly-once needs over both. */
    static Map<String, Object> producer(SinkOptions options) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putAll(only(ProducerConfig.configNames(), options.config()));
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, options.producerId());
        return config;
    }

    /** That of a consumer which reads a topic from its beginning and belongs to no group. */
    static Map<String, Object> reader(SinkOptions options) {
        Map<String, Object> config = new HashMap<>(only(ConsumerConfig.configNames(), options.config()));
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, options.producerId() + "-progress");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return config;
    }

    private static Map<String, String> only(Set<String> known, Map<String, String> config) {
        Map<String, String> kept = new HashMap<>(config);
        kept.keySet().retainAll(known);
        return kept;
    }
}
