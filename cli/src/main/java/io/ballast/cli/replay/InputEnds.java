/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.records.PartitionReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a group must have read to be through with some topics: past the last record of each partition that has any.
 *
 * @param nextAfterLast  by partition, the offset that the group commits once it has taken the last record
 */
record InputEnds(Map<TopicPartition, Long> nextAfterLast) {
    /** As the topics are now. */
    static InputEnds of(PartitionReader reader, Collection<String> topics) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (String topic : topics) {
            for (TopicPartition partition : reader.partitions(topic)) {
                OptionalLong last = reader.lastRecordOffset(partition);
                last.ifPresent(offset -> ends.put(partition, offset + 1));
            }
        }
        return new InputEnds(Map.copyOf(ends));
    }

    /** True once the group has committed all of it. */
    boolean areReached(Map<TopicPartition, Long> committed) {
        return nextAfterLast.entrySet().stream()
                .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Offsets in all, records and the transaction markers between them. */
    long total() {
        return nextAfterLast.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them the group has committed. */
    long done(Map<TopicPartition, Long> committed) {
        return nextAfterLast.entrySet().stream()
                .mapToLong(end -> Math.min(end.getValue(), committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
