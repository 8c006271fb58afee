/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kafka;

import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How many records of a topic's only partition an application has committed as done. */
public final class CommittedOffset implements LongSupplier {

    private final Admin admin;
    private final String group;
    private final TopicPartition partition;

    public CommittedOffset(Bench bench, String group, String topic) {
        this.admin = bench.admin();
        this.group = group;
        this.partition = new TopicPartition(topic, 0);
    }

    @Override
    public long getAsLong() {
        Map<TopicPartition, OffsetAndMetadata> done =
                Bench.answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
        OffsetAndMetadata committed = done.get(partition);
        return committed == null ? 0 : committed.offset();
    }

    /** The offset after the last committed record of a partition; marks of transactions count. */
    public static long end(Bench bench, TopicPartition partition) {
        return Bench.answer(bench.admin()
                        .listOffsets(
                                Map.of(partition, OffsetSpec.latest()),
                                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .partitionResult(partition))
                .offset();
    }
}
