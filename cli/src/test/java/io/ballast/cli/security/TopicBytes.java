/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schemas.reading.CommittedConsumer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Every byte of every topic that a broker has, changelogs and its own topics too, as text. */
final class TopicBytes {
    private static final Duration POLL = Duration.ofMillis(200);

    private TopicBytes() {}

    static String of(String openBootstrapServers) {
        StringBuilder text = new StringBuilder();
        try (Consumer<byte[], byte[]> consumer = CommittedConsumer.open(
                Map.of("bootstrap.servers", openBootstrapServers),
                Map.of(ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG, "false"))) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    append(text, record.key());
                    append(text, record.value());
                }
            }
        }
        return text.toString();
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        assertThat(partitions).anyMatch(partition -> partition.topic().endsWith("-changelog"));
        return partitions;
    }

    private static void append(StringBuilder text, byte[] bytes) {
        text.append(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1))
                .append('\n');
    }
}
