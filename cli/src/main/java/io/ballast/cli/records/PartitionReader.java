/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.records;

import io.ballast.cli.CommandFailed;
import io.ballast.schemas.reading.CommittedConsumer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads what is committed in a topic, one partition after the other, as far as it goes when asked. One thread. */
public final class PartitionReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long FIRST_REACH = 16;
    private static final long REACH_GROWTH = 16;

    private final Consumer<byte[], byte[]> consumer;
    private final InstantSource clock;

    /** Takes a record; returns false to have no more. */
    @FunctionalInterface
    public interface Visitor {
        boolean visit(ConsumerRecord<byte[], byte[]> record);
    }

    PartitionReader(Consumer<byte[], byte[]> consumer, InstantSource clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    /** @param clientConfig  Kafka's keys, such as {@code bootstrap.servers}; others are left out */
    public static PartitionReader open(Map<String, ?> clientConfig, InstantSource clock) {
        // The end is known beforehand: waiting for more would only cost time at the end of each partition.
        Map<String, String> own = Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "20");
        return new PartitionReader(CommittedConsumer.open(clientConfig, own), clock);
    }

    /**
     * The topic's partitions in order.
     *
     * @throws CommandFailed if there is no such topic
     */
    public List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new CommandFailed("there is no topic " + topic + " on this cluster");
        }
        return partitions;
    }

    /**
     * Reads every committed record that is there now.
     *
     * @throws CommandFailed if the broker gives nothing for a minute although there is more
     */
    public void readAll(TopicPartition partition, Visitor visitor) {
        long start = consumer.beginningOffsets(List.of(partition)).get(partition);
        read(partition, start, visitor);
    }

    private void read(TopicPartition partition, long from, Visitor visitor) {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        Instant deadline = clock.instant().plus(PATIENCE);
        while (consumer.position(partition) < end) {
            long before = consumer.position(partition);
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (!visitor.visit(record)) {
                    return;
                }
            }
            if (consumer.position(partition) > before) {
                deadline = clock.instant().plus(PATIENCE);
            } else if (clock.instant().isAfter(deadline)) {
                throw new CommandFailed("no record of " + partition + " from offset " + before + " on for "
                        + PATIENCE.toSeconds() + " s, although it goes on to " + end);
            }
        }
    }

    /** The last committed record with that key. Looks back from the end in growing steps: it is mostly near. */
    public Optional<ConsumerRecord<byte[], byte[]>> lastWithKey(TopicPartition partition, byte[] key) {
        long start = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>(1);
        long from = end;
        for (long reach = FIRST_REACH; found.isEmpty() && from > start; reach *= REACH_GROWTH) {
            from = Math.max(start, end - reach);
            read(partition, from, record -> {
                if (Arrays.equals(record.key(), key)) {
                    found.clear();
                    found.add(record);
                }
                return true;
            });
        }
        return found.stream().findFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
