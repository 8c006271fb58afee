/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kafka;

import java.util.Arrays;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How many records of a topic an application has committed as done. */
public final class CommittedOffset implements LongSupplier {

    private final Admin admin;
    private final String group;
    private final String topic;
    private final int partitions;

    /** Of a topic with one partition. */
    public CommittedOffset(Bench bench, String group, String topic) {
        this(bench, group, topic, 1);
    }

    public CommittedOffset(Bench bench, String group, String topic, int partitions) {
        this.admin = bench.admin();
        this.group = group;
        this.topic = topic;
        this.partitions = partitions;
    }

    /** Of all partitions. */
    @Override
    public long getAsLong() {
        return Arrays.stream(byPartition()).sum();
    }

    /** By number of the partition. */
    public long[] byPartition() {
        Map<TopicPartition, OffsetAndMetadata> done =
                Bench.answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
        return IntStream.range(0, partitions)
                .mapToObj(partition -> done.get(new TopicPartition(topic, partition)))
                .mapToLong(committed -> committed == null ? 0 : committed.offset())
                .toArray();
    }

    /** The offset after the last committed record of a partition; marks of transactions count. */
    static long end(Bench bench, TopicPartition partition) {
        return Bench.answer(bench.admin()
                        .listOffsets(
                                Map.of(partition, OffsetSpec.latest()),
                                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .partitionResult(partition))
                .offset();
    }
}
