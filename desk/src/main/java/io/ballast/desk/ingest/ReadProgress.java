/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Which partitions a desk reads, and how far it has come in them. The reader's thread looks and counts, any thread asks. */
final class ReadProgress {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** By topic, in order of their names. */
    private final Map<String, TopicCounts> counts = new LinkedHashMap<>();

    private Map<TopicPartition, Long> firstEnds = Map.of();
    private volatile boolean caughtUp;

    /** @param topics  full names */
    ReadProgress(Collection<String> topics) {
        topics.stream().sorted().forEach(topic -> counts.put(topic, new TopicCounts(topic)));
    }

    /**
     * Asks the broker how far the topics go, and reads those partitions too that it did not have before.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException if it does not answer
     */
    void look(Consumer<byte[], byte[]> consumer) {
        assignNew(consumer);
        measure(consumer, consumer.endOffsets(consumer.assignment(), ANSWER));
    }

    /** Topics may come into being later than the desk. */
    private void assignNew(Consumer<byte[], byte[]> consumer) {
        boolean complete = counts.keySet().stream().allMatch(topic -> consumer.assignment().stream()
                .anyMatch(partition -> partition.topic().equals(topic)));
        if (complete) {
            return;
        }
        Map<String, List<PartitionInfo>> known = consumer.listTopics(ANSWER);
        List<TopicPartition> wanted = new ArrayList<>();
        counts.forEach((topic, count) -> {
            List<PartitionInfo> partitions = known.getOrDefault(topic, List.of());
            count.partitions(partitions.size());
            partitions.forEach(partition -> wanted.add(new TopicPartition(topic, partition.partition())));
        });
        if (wanted.size() > consumer.assignment().size()) {
            assign(consumer, wanted);
        }
    }

    private static void assign(Consumer<byte[], byte[]> consumer, List<TopicPartition> wanted) {
        Map<TopicPartition, Long> reached =
                consumer.assignment().stream().collect(Collectors.toMap(partition -> partition, consumer::position));
        consumer.assign(wanted);
        for (TopicPartition partition : wanted) {
            if (reached.containsKey(partition)) {
                consumer.seek(partition, reached.get(partition));
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
        }
    }

    private void measure(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        if (firstEnds.size() < ends.size()) {
            firstEnds = ends;
        }
        Map<String, Long> behind = new HashMap<>();
        boolean past = !ends.isEmpty();
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long position = consumer.position(end.getKey(), ANSWER);
            behind.merge(end.getKey().topic(), Math.max(0, end.getValue() - position), Long::sum);
            past &= position >= firstEnds.getOrDefault(end.getKey(), 0L);
        }
        behind.forEach((topic, records) -> counts.get(topic).behind(records));
        caughtUp |= past;
    }

    /** Of a topic that is read. */
    TopicCounts of(String topic) {
        return counts.get(topic);
    }

    /** All that was there at the start has been read. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Of each topic, by name. */
    List<TopicProgress> topics() {
        return counts.values().stream().map(TopicCounts::snapshot).toList();
    }
}
