/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.watch;

import io.ballast.cli.CommandFailed;
import io.ballast.schemas.reading.CommittedConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Follows what is committed to one topic, all partitions at once, as a member of no group. One thread. */
public final class TopicTail implements AutoCloseable {
    private final Consumer<byte[], byte[]> consumer;

    private TopicTail(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * @param clientConfig  Kafka's keys
     * @param fromBeginning  start with what is there; otherwise with what comes from now on
     * @throws CommandFailed if there is no such topic
     */
    public static TopicTail open(Map<String, ?> clientConfig, String topic, boolean fromBeginning) {
        Consumer<byte[], byte[]> consumer = CommittedConsumer.open(clientConfig, Map.of());
        assign(consumer, topic, fromBeginning);
        return new TopicTail(consumer);
    }

    private static void assign(Consumer<byte[], byte[]> consumer, String topic, boolean fromBeginning) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new CommandFailed("there is no topic " + topic + " on this cluster");
        }
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            // Seeking is lazy; asking for the position makes "from now on" mean this moment.
            partitions.forEach(consumer::position);
        }
    }

    /** What has come, waiting at most so long for the first of it. */
    public ConsumerRecords<byte[], byte[]> next(Duration wait) {
        return consumer.poll(wait);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
