/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How the topics of the catalogue are made on a broker.
 *
 * @param prefix             put in front of every name as it is, such as {@code ballast.}
 * @param partitions         of every topic except producer-progress, chain-journal and alert-deliveries, which have one; positive
 * @param replicationFactor  copies of each partition; absent: what the broker does by default
 * @param shortRetention     how long {@link Topic.Cleanup#DELETE_SHORT} topics are kept, by event time
 * @param keepsEverything    true: nothing is deleted by age, nor compacted. Needed where event times are years old, as in a
 *     replay: the broker compares them with its clock and would delete the records at once. So too superseded ones of compacted
 *     topics: a transaction's end is marked with the broker's time, which is so much later that a new segment begins, and what
 *     is behind it may be compacted
 */
public record TopicPlan(
        String prefix,
        int partitions,
        OptionalInt replicationFactor,
        Duration shortRetention,
        boolean keepsEverything) {
    /** How long price ticks and reference prices are kept unless the operator says otherwise. */
    public static final Duration SHORT_RETENTION = Duration.ofDays(7);

    /** How long the newest record of a {@link Topic.Cleanup#COMPACT_DELETE} topic's key is kept. */
    public static final Duration COMPACT_RETENTION = Duration.ofDays(30);

    private static final String FOR_EVER = "-1";
    private static final int REPLICAS_FOR_TWO_IN_SYNC = 3;

    public TopicPlan {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be positive, was " + partitions);
        }
        replicationFactor.ifPresent(TopicPlan::requireReplicationFactor);
        if (shortRetention.isNegative() || shortRetention.isZero()) {
            throw new IllegalArgumentException("shortRetention must be positive, was " + shortRetention);
        }
    }

    private static void requireReplicationFactor(int factor) {
        if (factor < 1 || factor > Short.MAX_VALUE) {
            throw new IllegalArgumentException("replicationFactor must be 1 to 32767, was " + factor);
        }
    }

    /** For a broker of one's own or a replay: one copy, nothing deleted by age, nor compacted. */
    public static TopicPlan keepingEverything(String prefix, int partitions) {
        return new TopicPlan(prefix, partitions, OptionalInt.of(1), SHORT_RETENTION, true);
    }

    /** For a cluster: as many copies as the broker makes by default, price ticks for seven days. */
    public static TopicPlan forCluster(String prefix, int partitions) {
        return new TopicPlan(prefix, partitions, OptionalInt.empty(), SHORT_RETENTION, false);
    }

    /** The topic's name on the broker. */
    public String name(Topic topic) {
        return topic.fullName(prefix);
    }

    /** Partitions of a topic: one where there are few keys and order among them helps a reader. */
    public int partitions(Topic topic) {
        return switch (topic) {
            case PRODUCER_PROGRESS, CHAIN_JOURNAL, ALERT_DELIVERIES -> 1;
            default -> partitions;
        };
    }

    /** What to ask the broker for. */
    public NewTopic newTopic(Topic topic) {
        return newTopic(topic, partitions(topic));
    }

    /** The same with another number of partitions. */
    NewTopic newTopic(Topic topic, int partitionCount) {
        Optional<Short> replicas =
                replicationFactor.isPresent() ? Optional.of((short) replicationFactor.getAsInt()) : Optional.empty();
        return new NewTopic(name(topic), Optional.of(partitionCount), replicas).configs(configs(topic));
    }

    /** The topic's settings on the broker; the rest is the broker's default. */
    public Map<String, String> configs(Topic topic) {
        Map<String, String> configs = new LinkedHashMap<>();
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy(topic));
        // Timestamps are event time; a broker that stamps arrival time would break every join.
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        configs.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
        if (topic.cleanup() == Topic.Cleanup.COMPACT || topic.cleanup() == Topic.Cleanup.COMPACT_DELETE) {
            // Compact before half of the log is stale: these are read from the start by whoever joins.
            configs.put(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.2");
            if (keepsEverything) {
                configs.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(Long.MAX_VALUE));
            }
        }
        if (topic.cleanup() != Topic.Cleanup.COMPACT) {
            configs.put(TopicConfig.RETENTION_MS_CONFIG, retentionMs(topic));
            configs.put(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
        }
        if (replicationFactor.orElse(1) >= REPLICAS_FOR_TWO_IN_SYNC) {
            configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return configs;
    }

    private static String cleanupPolicy(Topic topic) {
        return switch (topic.cleanup()) {
            case COMPACT -> TopicConfig.CLEANUP_POLICY_COMPACT;
            case COMPACT_DELETE -> TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE;
            case DELETE_SHORT, DELETE_LONG -> TopicConfig.CLEANUP_POLICY_DELETE;
        };
    }

    private String retentionMs(Topic topic) {
        boolean forEver = keepsEverything || topic.cleanup() == Topic.Cleanup.DELETE_LONG;
        if (forEver) {
            return FOR_EVER;
        }
        boolean compacts = topic.cleanup() == Topic.Cleanup.COMPACT_DELETE;
        return Long.toString((compacts ? COMPACT_RETENTION : shortRetention).toMillis());
    }
}
