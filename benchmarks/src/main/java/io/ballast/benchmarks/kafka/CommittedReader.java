/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the committed records of one partition of a topic, undecoded. Single-threaded. */
public final class CommittedReader implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final TopicPartition partition;

    /** @param fromEnd  true: only what is written from now on; false: everything */
    public CommittedReader(Bench bench, String topic, boolean fromEnd) {
        this(bench, new TopicPartition(topic, 0), fromEnd);
    }

    CommittedReader(Bench bench, TopicPartition partition, boolean fromEnd) {
        this.partition = partition;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bench.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10_000,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        if (fromEnd) {
            consumer.seekToEnd(List.of(partition));
            // Looked up now, not at the first poll.
            consumer.position(partition);
        } else {
            consumer.seekToBeginning(List.of(partition));
        }
    }

    public Iterable<ConsumerRecord<String, byte[]>> poll(Duration atMost) {
        ConsumerRecords<String, byte[]> records = consumer.poll(atMost);
        return records;
    }

    /** The offset of the next record that {@link #poll} will give. */
    public long position() {
        return consumer.position(partition);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
