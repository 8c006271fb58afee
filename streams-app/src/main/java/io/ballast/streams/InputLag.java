/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import io.ballast.streams.config.BallastConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the application is behind its input: asks the broker, so that all instances count. Thread-safe. */
public final class InputLag {

    private final Admin admin;
    private final String group;
    private final List<String> topics;

    InputLag(Admin admin, BallastConfig config) {
        this.admin = admin;
        this.group = config.applicationId();
        this.topics = InputTopics.of(config);
    }

    /**
     * Offsets of committed input whose processing is not committed; 0: everything that is there was processed.
     *
     * @throws KafkaException if the broker cannot be asked
     */
    public long offsets() {
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, OffsetAndMetadata> done =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
        return partitions.stream()
                .mapToLong(partition -> {
                    OffsetAndMetadata committed = done.get(partition);
                    long from = committed == null ? begins.get(partition) : committed.offset();
                    return Math.max(0, ends.get(partition) - from);
                })
                .sum();
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicDescription topic :
                answer(admin.describeTopics(topics).allTopicNames()).values()) {
            topic.partitions().forEach(info -> partitions.add(new TopicPartition(topic.name(), info.partition())));
        }
        return partitions;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return answer(admin.listOffsets(question, committed).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot ask how far input was processed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking how far input was processed", e);
        }
    }
}
