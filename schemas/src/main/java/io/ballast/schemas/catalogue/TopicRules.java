/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.config.TopicConfig;

/** What topics must be like for figures to be right, and what is merely worth knowing. */
final class TopicRules {
    private static final String CREATE_TIME = "CreateTime";

    private TopicRules() {}

    /** @throws TopicMismatchException at the first rule that a topic breaks */
    static void require(Collection<ExistingTopic> topics) {
        topics.forEach(TopicRules::requireEventTime);
        topics.forEach(TopicRules::requireCleanup);
        requireEqualPartitions(topics, Topic::coPartitioned);
        requireEqualPartitions(topics, Topic::concernsAlerts);
    }

    private static void requireEventTime(ExistingTopic topic) {
        String type = topic.configs().getOrDefault(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, CREATE_TIME);
        if (!type.equals(CREATE_TIME)) {
            throw new TopicMismatchException("Topic " + topic.name() + " has message.timestamp.type=" + type
                    + "; timestamps are event time, so it must be " + CREATE_TIME);
        }
    }

    private static void requireCleanup(ExistingTopic topic) {
        String policies = topic.configs().get(TopicConfig.CLEANUP_POLICY_CONFIG);
        if (policies == null) {
            return;
        }
        boolean compacts = Set.of(policies.split(",")).contains(TopicConfig.CLEANUP_POLICY_COMPACT);
        if (topic.topic().cleanup() == Topic.Cleanup.COMPACT_DELETE) {
            // Either alone loses nothing that is read back: whoever reads it gets more, or what is older no longer.
            return;
        }
        boolean mustCompact = topic.topic().cleanup() == Topic.Cleanup.COMPACT;
        if (compacts && !mustCompact) {
            throw new TopicMismatchException("Topic " + topic.name() + " has cleanup.policy=" + policies
                    + ", which loses all but the newest record of a key; it must be delete");
        }
        if (!compacts && mustCompact) {
            throw new TopicMismatchException("Topic " + topic.name() + " has cleanup.policy=" + policies
                    + ", which loses keys that have not changed for long; it must be compact");
        }
    }

    private static void requireEqualPartitions(Collection<ExistingTopic> topics, Predicate<Topic> joined) {
        Optional<ExistingTopic> first = first(topics, joined);
        for (ExistingTopic topic : topics) {
            if (joined.test(topic.topic())
                    && topic.partitions() != first.orElseThrow().partitions()) {
                throw new TopicMismatchException("Topic " + first.get().name() + " has "
                        + first.get().partitions() + " partitions and topic " + topic.name() + " has "
                        + topic.partitions()
                        + ": they are joined partition by partition and must have the same number");
            }
        }
    }

    /** The one that the others are compared with. */
    static Optional<ExistingTopic> firstCoPartitioned(Collection<ExistingTopic> topics) {
        return first(topics, Topic::coPartitioned);
    }

    private static Optional<ExistingTopic> first(Collection<ExistingTopic> topics, Predicate<Topic> joined) {
        return topics.stream().filter(topic -> joined.test(topic.topic())).findFirst();
    }

    /** Where a topic forgets sooner than the plan says, in words. */
    static List<String> warnings(Collection<ExistingTopic> topics, TopicPlan plan) {
        List<String> warnings = new ArrayList<>();
        for (ExistingTopic topic : topics) {
            String planned = plan.configs(topic.topic()).get(TopicConfig.RETENTION_MS_CONFIG);
            String actual = topic.configs().get(TopicConfig.RETENTION_MS_CONFIG);
            if (planned != null && actual != null && isShorter(Long.parseLong(actual), Long.parseLong(planned))) {
                warnings.add("Topic " + topic.name() + " has retention.ms=" + actual + ", planned was " + planned
                        + ": older records, by event time, are deleted");
            }
        }
        return warnings;
    }

    private static boolean isShorter(long actualMs, long plannedMs) {
        return actualMs >= 0 && (plannedMs < 0 || actualMs < plannedMs);
    }
}
