/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the topology's group is behind the ends of the topics that it reads. Thread-safe. */
public final class GroupLag implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 3;

    private final Admin admin;
    private final String group;

    private GroupLag(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** @param config  Kafka's keys; others are left out */
    public static GroupLag open(Map<String, Object> config, String group) {
        Map<String, Object> own = new HashMap<>(config);
        own.keySet().retainAll(AdminClientConfig.configNames());
        return new GroupLag(Admin.create(own), group);
    }

    public String group() {
        return group;
    }

    /**
     * Records that the group has not committed yet, by topic.
     *
     * @throws LagUnknownException if the broker does not say
     */
    public Map<String, Long> byTopic() {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            committed.values().removeIf(Objects::isNull);
            Map<TopicPartition, OffsetSpec> ends = committed.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            Map<String, Long> lags = new TreeMap<>();
            admin.listOffsets(ends)
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, end) -> lags.merge(
                            partition.topic(),
                            Math.max(0, end.offset() - committed.get(partition).offset()),
                            Long::sum));
            return lags;
        } catch (ExecutionException | TimeoutException refused) {
            throw new LagUnknownException("the broker does not tell the lag of " + group + ": " + refused.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LagUnknownException("interrupted");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
