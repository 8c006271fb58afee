/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kafka;

import io.ballast.schemas.catalogue.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** How many price ticks of each partition an application has committed as done. */
public final class CommittedTicks {

    private final Bench bench;
    private final String group;
    private final String topic;
    private final int partitions;

    public CommittedTicks(Bench bench, String group, String prefix, int partitions) {
        this.bench = bench;
        this.group = group;
        this.topic = Topic.PRICE_TICKS.fullName(prefix);
        this.partitions = partitions;
    }

    /** Where producers put a key. */
    public static int partitionOf(String key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** By number of the partition. */
    public long[] byPartition() {
        Map<TopicPartition, OffsetAndMetadata> done =
                Bench.answer(bench.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
        return IntStream.range(0, partitions)
                .mapToObj(partition -> done.get(new TopicPartition(topic, partition)))
                .mapToLong(committed -> committed == null ? 0 : committed.offset())
                .toArray();
    }

    /** Of all partitions. */
    public long sum() {
        return Arrays.stream(byPartition()).sum();
    }
}
