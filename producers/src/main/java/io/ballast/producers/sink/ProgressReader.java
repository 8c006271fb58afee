/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schema.ProducerProgress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Finds the last progress record that a producer has committed.
 *
 * <p>To be asked after {@code initTransactions}, which ends the producer's own open transaction. It reads up to the end as
 * an uncommitted reader sees it: the committed end stops at the first open transaction of <em>any</em> producer, and our
 * record may lie behind that.
 */
final class ProgressReader {

    /** Longer than the broker lets a transaction of somebody else stay open by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> config;
    private final Deserializer<ProducerProgress> deserializer;
    private final String topic;
    private final InstantSource clock;

    ProgressReader(
            Map<String, Object> config,
            Deserializer<ProducerProgress> deserializer,
            String topic,
            InstantSource clock) {
        this.config = config;
        this.deserializer = deserializer;
        this.topic = topic;
        this.clock = clock;
    }

    Optional<ProducerProgress> lastOf(String producerId) {
        Map<TopicPartition, Long> ends;
        try (Consumer<String, ProducerProgress> uncommitted = consumer("read_uncommitted")) {
            uncommitted.assign(partitions(uncommitted));
            ends = uncommitted.endOffsets(uncommitted.assignment());
        }
        try (Consumer<String, ProducerProgress> committed = consumer("read_committed")) {
            return readUpTo(ends, committed, producerId);
        }
    }

    private Consumer<String, ProducerProgress> consumer(String isolation) {
        Map<String, Object> isolated = new HashMap<>(config);
        isolated.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        return new KafkaConsumer<>(isolated, new StringDeserializer(), deserializer);
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new SinkException("topic " + topic + " does not exist: create the topics first");
        }
        return partitions;
    }

    private Optional<ProducerProgress> readUpTo(
            Map<TopicPartition, Long> ends, Consumer<String, ProducerProgress> consumer, String producerId) {
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long deadlineMs = clock.millis() + PATIENCE.toMillis();
        Optional<ProducerProgress> last = Optional.empty();
        while (!reached(ends, consumer)) {
            for (ConsumerRecord<String, ProducerProgress> found : consumer.poll(POLL)) {
                if (producerId.equals(found.key())) {
                    last = Optional.ofNullable(found.value());
                }
            }
            if (clock.millis() > deadlineMs) {
                throw new SinkException("could not read " + topic + " to its end in " + PATIENCE.toSeconds()
                        + " s: somebody's transaction on it has stayed open");
            }
        }
        return last;
    }

    private static boolean reached(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
