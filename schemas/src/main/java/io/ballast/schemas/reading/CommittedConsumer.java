/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.reading;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens consumers that read what is committed, as bytes. Unless they name a group, they are members of none: whoever reads assigns the partitions. */
public final class CommittedConsumer {
    private CommittedConsumer() {}

    /**
     * A new one, which the caller closes.
     *
     * @param clientConfig  Kafka's keys, such as {@code bootstrap.servers}; others are left out
     * @param own  settings of this consumer alone; {@code group.id} makes it a member of a group
     */
    public static Consumer<byte[], byte[]> open(Map<String, ?> clientConfig, Map<String, String> own) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.keySet().retainAll(ConsumerConfig.configNames());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        config.putAll(own);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
