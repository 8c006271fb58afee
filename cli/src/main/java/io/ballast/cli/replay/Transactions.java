/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.CommandFailed;
import java.util.ArrayList;
import java.util.Collection;
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
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How far topics are written, committed and processed.
 *
 * <p>A commit returns before all partitions have heard of it. Whoever asks for the committed end right after it may be told of
 * an earlier one, and take a topic for read that is not. So what is written counts here, committed or not.
 */
final class Transactions {
    private final Admin admin;
    private final List<TopicPartition> partitions = new ArrayList<>();

    /** @param topics  names on the broker */
    Transactions(Admin admin, Collection<String> topics) {
        this.admin = admin;
        for (TopicDescription topic :
                answer(admin.describeTopics(topics).allTopicNames()).values()) {
            topic.partitions().forEach(info -> partitions.add(new TopicPartition(topic.name(), info.partition())));
        }
    }

    /** Offsets written that the group has not committed as processed. */
    long unprocessed(String group) {
        Map<TopicPartition, OffsetAndMetadata> done =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
        return ends(IsolationLevel.READ_UNCOMMITTED).entrySet().stream()
                .mapToLong(end -> end.getValue() - committed(done.get(end.getKey())))
                .filter(left -> left > 0)
                .sum();
    }

    private static long committed(OffsetAndMetadata offset) {
        return offset == null ? 0 : offset.offset();
    }

    /** True while some partition has records whose transaction is not known there to have ended. */
    boolean areOpen() {
        Map<TopicPartition, Long> written = ends(IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> committed = ends(IsolationLevel.READ_COMMITTED);
        return written.entrySet().stream().anyMatch(end -> committed.get(end.getKey()) < end.getValue());
    }

    private Map<TopicPartition, Long> ends(IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return answer(admin.listOffsets(question, new ListOffsetsOptions(isolation))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get();
        } catch (ExecutionException refused) {
            throw new CommandFailed(
                    "the broker does not tell how far topics are: "
                            + refused.getCause().getMessage(),
                    refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while asking how far topics are", interrupted);
        }
    }
}
